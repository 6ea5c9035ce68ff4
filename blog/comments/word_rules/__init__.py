"""Words, sites and patterns that people wrote down to keep comments back."""
