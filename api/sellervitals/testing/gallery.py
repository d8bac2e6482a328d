"""What a plugin must survive: junk documents, awkward measurements, and series from good to bad."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from sellervitals.domain.limit import Limit
from sellervitals.domain.measurement import Better, Comparator, Measurement, Metric, Target, Unit
from sellervitals.domain.rate import Rate

UNHEARD = "NO_SUCH_STATE"
"""A state that no marketplace has."""
HUGE = 10**15

JUNK: tuple[object, ...] = (
    None,
    True,
    0,
    Decimal("1.5"),
    "",
    " ",
    "text",
    "{",
    "<html></html>",
    "a\tb\n1\t2\n",
    "a,b\r\n1,2\r\n",
    "\ufeffid\n",
    "x" * 100_000,
    [],
    [None],
    [[]],
    [{}],
    ["a", 1, {"b": []}],
    {},
    {"": ""},
    {"data": None},
    {"data": []},
    {"metrics": {}},
    {"results": [{"name": 1, "value": {"value": []}}]},
    {"accountStatuses": 3},
    {"a": {"b": {"c": {"d": [[[[{}]]]]}}}},
    {str(number): number for number in range(200)},
)
"""Contents that belong to no marketplace; JSON as it arrives parsed, tables as text."""


def awkward(metric: Metric) -> list[Measurement]:
    """Give every shape that a measurement may lawfully have, and some that are merely possible."""
    name = metric.id
    if metric.unit is Unit.STATE:
        words = (*metric.states, UNHEARD, "", "🙂")
        found = [Measurement(name, value=word) for word in words]
    elif metric.unit is Unit.RATIO:
        rates = [Rate(*pair) for pair in ((0, 1), (1, HUGE), (1, 100), (1, 2), (1, 1), (3, 1), (-1, 100))]
        counts = ((0, 0), (0, 1), (1, 1), (3, 2), (0, HUGE), (HUGE, HUGE), (HUGE, 1), (None, 0), (None, 5))
        found = [Measurement(name, value=rate) for rate in rates]
        found += [Measurement(name, numerator=top, denominator=bottom) for top, bottom in counts]
        found += [Measurement(name, value=Rate(1, 50), numerator=1, denominator=3, digits=2)]
        found += [
            Measurement(name, value=Rate(1, 50), target=Target(word, Rate(1, 100))) for word in Comparator
        ]
    else:
        numbers = [Decimal(text) for text in ("0", "1", "-1", "0.5", "1000", str(HUGE))]
        found = [Measurement(name, value=number) for number in numbers]
        found += [Measurement(name, value=Decimal(1), target=Target(word, Decimal(2))) for word in Comparator]
    found += [Measurement(name), Measurement(name, value=found[0].value, verdict="???", good=None)]
    segments = (None, *metric.segments, "no-such-segment")
    return [each._replace(segment=segment) for each in found for segment in segments]


def broken_tables(text: str) -> Iterator[str]:
    """Break a table in every way that files get broken: cut, torn, and nonsense in each field."""
    header, *some = text.rstrip("\n").split("\n")[:6]
    between = max("\t,;", key=header.count)
    lines = [header, *some]
    yield header
    yield header + "\n"
    yield f"{header}\n{header}"
    for place, line in enumerate(some, 1):
        for torn in (line[: len(line) // 2], f"{line}{between}more", f'{line}"', f'"{line}', between):
            yield "\n".join([*lines[:place], torn, *lines[place + 1 :]])
    if not some:
        return
    fields = some[0].split(between)
    for place in range(len(fields)):
        for word in _NONSENSE:
            row = between.join([*fields[:place], word, *fields[place + 1 :]])
            yield "\n".join([header, row, *some[1:]])
        yield "\n".join(between.join([*each[:place], *each[place + 1 :]]) for each in _cells(lines, between))


def _cells(lines: Iterable[str], between: str) -> list[list[str]]:
    return [line.split(between) for line in lines]


_NONSENSE = (
    "",
    " ",
    "x",
    "-1",
    "0",
    "1.5",
    "1e400",
    "9" * 40,
    "NaN",
    "-Infinity",
    "1,5",
    "٣",
    "0000-00-00",
    "\x1b[2J",
    "=1+1",
)


def from_good_to_bad(metric: Metric, limits: Iterable[Limit]) -> list[Rate]:
    """List rates around every line of a table, best first."""
    lines = [line for each in limits for line in (each.fail, each.warn) if isinstance(line, Rate)]
    marks = {Fraction(0), Fraction(1), Fraction(1, 100)}
    for line in lines:
        exact = Fraction(line.numerator, line.denominator)
        marks |= {exact * factor for factor in _AROUND}
        marks |= {1 - (1 - exact) * factor for factor in _AROUND}
    ordered = sorted(mark for mark in marks if 0 <= mark <= 1)
    if metric.better is Better.HIGHER:
        ordered.reverse()
    return [Rate(mark.numerator, mark.denominator) for mark in ordered]


_AROUND = tuple(Fraction(text) for text in ("1/4", "1/2", "99/100", "1", "101/100", "3/2", "2", "3"))


def rows(metrics: Iterable[Metric]) -> Iterator[tuple[Measurement, ...]]:
    """Go through the awkward measurements of all metrics side by side: one measurement of each at a time."""
    columns = [awkward(metric) for metric in metrics]
    for place in range(max(map(len, columns), default=0)):
        yield tuple(column[place % len(column)] for column in columns)
