"""What is kept about a reader: shown to them, handed out, changed and erased when they ask."""
