"""Calendars without a database."""

from datetime import date
from itertools import groupby


def group_by_month(rows, when):
    """Return rows as [(year, [(first day of the month, [row, …]), …]), …], in the order given.

    rows: any sequence, already sorted. when: a function from a row to its date or datetime.
    """
    return [
        (
            year,
            [
                (date(year, month, 1), list(month_rows))
                for month, month_rows in groupby(year_rows, key=lambda row: when(row).month)
            ],
        )
        for year, year_rows in groupby(rows, key=lambda row: when(row).year)
    ]
