"""Whether a comment appears at once, waits or is put away: one pipeline of small checks."""

from .pipeline import Verdict, judge

__all__ = ["Verdict", "judge"]
