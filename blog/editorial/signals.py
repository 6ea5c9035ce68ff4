"""What the timed work and the desk tell others."""

from django.dispatch import Signal

# Sent inside the transaction of the publication, so that rows of others commit with it or not at
# all. page: specific and live; publication: the row. Never for an update, and never for a page that
# came more than a day late until somebody said yes.
page_announced = Signal()
# Sent inside the transaction that takes a publication back. Whoever queued something unsent for it
# drops that. page: specific; publication: the row.
publication_undone = Signal()
# Sent inside the transaction that counts a failure, at the first one of a streak and again when it
# needs attention. item: DueItem; attempt: the ScheduleAttempt.
schedule_failed = Signal()
# Sent inside the transaction of a timed end. item: DueItem; target: the page or snippet, taken down
# or unlisted.
item_expired = Signal()
# Sent inside the transaction of a first publication that came more than a day late.
publication_held = Signal()
