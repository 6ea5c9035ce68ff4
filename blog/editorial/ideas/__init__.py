"""What might become an essay: ideas, kept until one of them is written."""
