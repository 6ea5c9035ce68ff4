"""What the form itself noticed: a field that people cannot see, or no sign of a browser."""

from .finding import Finding


def check_marks(candidate):
    """Hold for everything that the form marked."""
    return [Finding(code) for code in candidate.marks]
