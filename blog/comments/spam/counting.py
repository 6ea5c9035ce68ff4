"""How many comments came within a window of time, counted in the database for all processes."""

from datetime import UTC, datetime, timedelta

from django.db import connection
from django.utils import timezone

from ..models import RateCount

KEEP = timedelta(hours=25)  # the longest window is a day


def count_up(windows, now=None):
    """Count one more under each key and return {key: how many now}, in one statement.

    windows: {key: seconds}. Every window begins at a whole multiple of its length, so all
    processes agree on it. Two that count at once both count.
    """
    now = now or timezone.now()
    rows = [(key, begin_window(seconds, now)) for key, seconds in windows.items()]
    if not rows:
        return {}
    field = RateCount._meta.get_field("begins_at")
    values = []
    for key, begins_at in sorted(rows):  # one order for all, so that none wait for each other
        values += [key, field.get_db_prep_value(begins_at, connection)]
    table = connection.ops.quote_name(RateCount._meta.db_table)
    # The ORM's upsert cannot add to what stands. Only the number of rows is put into the text.
    sql = (
        f"INSERT INTO {table} (key, begins_at, count) "  # noqa: S608
        f"VALUES {', '.join(['(%s, %s, 1)'] * len(rows))} "
        f"ON CONFLICT (key, begins_at) DO UPDATE SET count = {table}.count + 1 "
        "RETURNING key, count"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return dict(cursor.fetchall())


def begin_window(seconds, now):
    """Return when the window of this length began in which `now` lies."""
    start = int(now.timestamp()) // seconds * seconds
    return datetime.fromtimestamp(start, tz=UTC)


def forget_old_counts(now=None):
    """Delete the counts of windows that are over; how many went."""
    return RateCount.objects.filter(begins_at__lt=(now or timezone.now()) - KEEP).delete()[0]
