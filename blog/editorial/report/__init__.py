"""The report of all that will change by itself, and of what waits for a yes."""
