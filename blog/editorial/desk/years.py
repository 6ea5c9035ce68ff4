"""The same day in other years."""

from calendar import isleap
from datetime import date, datetime, time, timedelta

ROUND = (10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100, 125)


def same_days(today, first_year):
    """Return this day of all years from `first_year` to last year, the latest first.

    The last day of February stands for leap days too, in years that have none.
    """
    days = []
    for year in range(today.year - 1, max(first_year, 1) - 1, -1):
        if today.month == 2 and today.day == 29:
            if isleap(year):
                days.append(date(year, 2, 29))
            continue
        days.append(today.replace(year=year))
        if today.month == 2 and today.day == 28 and isleap(year) and not isleap(today.year):
            days.append(date(year, 2, 29))
    return days


def bounds(day, zone):
    """Return when a day begins and ends in `zone`, as aware datetimes."""
    begin, end = (datetime.combine(d, time(), zone) for d in (day, day + timedelta(days=1)))
    return begin, end


def round_years(today):
    """Return the years that are a round number of years ago."""
    return [today.year - years for years in ROUND]
