"""How long is kept what readers never see: spam and rejected 30 days, what waits half a year."""

from datetime import timedelta

KEEP_REFUSED = timedelta(days=30)
KEEP_WAITING = timedelta(days=150)  # then it is rejected, and kept as long as that is
