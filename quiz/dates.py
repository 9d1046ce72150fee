"""Days as ordinal numbers: a date as its first and last day, and the day some time before another.

A day of the month that does not exist there is the last one that does: one year before 29 February
2020 is 28 February 2019, one month before 31 March is the last day of February.
"""

from datetime import date

EARLIEST = date(1900, 1, 1).toordinal()
LATEST = date(2199, 12, 31).toordinal()
ALL_DAYS = (EARLIEST, LATEST)


def days(text: str) -> tuple[int, int]:
    """Return the first and last day of "2018", "2018-06" or "2018-06-30"; ValueError for anything
    else.
    """
    parts = text.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
        raise ValueError
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise ValueError
    span = first_and_last(*(int(part) for part in parts))
    if span[0] < EARLIEST or span[1] > LATEST:
        raise ValueError
    return span


def first_and_last(year: int, *month_and_day: int) -> tuple[int, int]:
    """Return the first and last day of a year, of a month in it, or of a day in that; ValueError if
    there is none.
    """
    if len(month_and_day) == 2:
        only = date(year, *month_and_day).toordinal()
        return only, only
    first, last = month_and_day * 2 or (1, 12)
    start = date(year, first, 1).toordinal()
    return start, date(year, last, last_day(year, last)).toordinal()


def last_day(year: int, month: int) -> int:
    """Return the number of days in a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1).day


def before(day: int, unit: str, number: int) -> int:
    """Return the day that lies a number of years, months or days before another; clamped to the
    month's end.
    """
    if unit == "days":
        return max(1, day - number)
    start = date.fromordinal(day)
    months = start.year * 12 + start.month - 1 - number * (12 if unit == "years" else 1)
    year, month = max(1, months // 12), months % 12 + 1
    return date(year, month, min(start.day, last_day(year, month))).toordinal()


def year_of(day: int) -> tuple[int, int]:
    """Return the first and last day of the calendar year that holds a day."""
    return first_and_last(date.fromordinal(day).year)


def written(day: int) -> str:
    """Return a day as "2018-06-30"."""
    return date.fromordinal(day).isoformat()
