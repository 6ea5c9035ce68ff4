"""Telling people by mail: readers of answers, writers of decisions, moderators of what waits.

`writing.py` writes rows in the transaction of what happened; `mailing.py` makes mails of the rows
that are due and asks again, at that moment, whether each still holds.
"""
