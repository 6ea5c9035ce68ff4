"""What readers see of the library: its list with filters, its films and its people."""
