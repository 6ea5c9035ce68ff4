"""The editor of a page: a button that says what it will do, and the dialog with the dates."""
