"""Read days as reports of every country write them; what could be two days is never guessed.

A report writes all its days one way, so a day above 12 anywhere settles which of two numbers is the month.
Days with a year of four digits in front, with an English month or with dots (no country writes the month
first there) are clear by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from enum import Enum
from functools import lru_cache

_TIME = r"(?:[t ,].*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.ASCII)
_NUMERIC = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{2}}|\d{{4}}){_TIME}", re.ASCII)
_DAY_MONTH = re.compile(rf"(\d{{1,2}})[- ]([a-z]{{3,9}})\.?[-, ] ?(\d{{4}}){_TIME}", re.ASCII)
_MONTH_DAY = re.compile(rf"([a-z]{{3,9}})\.? (\d{{1,2}}),? (\d{{4}}){_TIME}", re.ASCII)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: str(number) for number, name in enumerate(_NAMES, 1)}
_SHORT = 2
"""Digits of a year that leaves out the century."""
_CENTURY = 2000


class Order(Enum):
    """Where day, month and year stand; the value gives the places of year, month and day."""

    DAY_FIRST = (2, 1, 0)
    MONTH_FIRST = (2, 0, 1)
    YEAR_FIRST = (0, 1, 2)


ANY = frozenset(Order)


def read_days(
    texts: Iterable[str], *, possible: AbstractSet[Order] = ANY, usual: Order | None = None
) -> dict[str, date]:
    """Read the days of one report; texts that are none, or could be two, are left out.

    Args:
        texts: every cell of the report that holds a day.
        possible: the ways in which such a report may be written.
        usual: the documented way, where the cells leave several.
    """
    meanings = {text: _meanings(text) for text in texts}
    left = set(possible)
    for meant in meanings.values():
        if meant:
            left &= meant.keys()
    if usual in left:
        left = {usual}
    orders = left or possible
    found: dict[str, date] = {}
    for text, meant in meanings.items():
        days = {meant[order] for order in orders if order in meant}
        if len(days) == 1:
            found[text] = days.pop()
    return found


@lru_cache(maxsize=4096)
def _meanings(text: str) -> Mapping[Order, date]:
    """The day that a text means by each order under which it is one."""
    text = text.strip().casefold()
    clear = _clear(text)
    if clear is not None:
        return dict.fromkeys(ANY, clear)
    found = _NUMERIC.fullmatch(text)
    if found is None or found[2] == ".":
        return {}
    written = (found[1], found[3], found[4])
    orders = ANY if len(found[4]) == _SHORT else ANY - {Order.YEAR_FIRST}
    days = {order: _day(*(written[place] for place in order.value)) for order in orders}
    return {order: day for order, day in days.items() if day is not None}


def _clear(text: str) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(found[1], found[3], found[4])
    if found := _DAY_MONTH.fullmatch(text):
        return _day(found[3], _MONTHS.get(found[2][:3], ""), found[1])
    if found := _MONTH_DAY.fullmatch(text):
        return _day(found[3], _MONTHS.get(found[1][:3], ""), found[2])
    if (found := _NUMERIC.fullmatch(text)) and found[2] == ".":
        return _day(found[4], found[3], found[1])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    """Put a day together; a year has two digits or four."""
    if len(year) < _SHORT or not month:
        return None
    try:
        return date(int(year) + (_CENTURY if len(year) == _SHORT else 0), int(month), int(day))
    except ValueError:
        return None
