"""Readers' word that a comment should not stand: it rises in the queue and nothing else happens."""

from .actions import TooManyReportsError, report_comment

__all__ = ["TooManyReportsError", "report_comment"]
