"""The days that count in a result object, as entries and as iCalendar (RFC 5545)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any, NamedTuple

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vText
from icalendar.enums import TRANSP

from sellervitals.domain.breakdown import DeadlineKind
from sellervitals.domain.finding import OPEN
from sellervitals.domain.wording import subject
from sellervitals.report.printable import printable

_NOT_PLAIN = re.compile(r"[^0-9A-Za-z]+")
ITEMS = "items"
"""The kind of an entry for single cases that share a day."""
STEP = "step"
"""The kind of an entry for a remediation step that must be taken within some days."""
PRODUCT = "-//sellervitals//calendar//EN"
NAMED_ITEMS = 10
"""Cases that an entry names; how many there are is said beside them."""
SUMMARY_CHARACTERS = 120
_NOT_OF_CASES = frozenset({DeadlineKind.LIMIT_CHANGE, DeadlineKind.RELEASE})


class Entry(NamedTuple):
    """One day that counts, and why; ``kind`` is a word of ``DeadlineKind``, ``items`` or ``step``."""

    date: date
    kind: str
    rule: str
    segment: str | None
    text: str
    uid: str


def entries(result: Mapping[str, Any]) -> list[Entry]:
    """List the days of all open findings, and announced limits of those that still pass, by day.

    A step of several segments of one rule, such as two windows, is one entry, of the first of them.

    Args:
        result: the parsed result object.
    """
    owner = _owner(result["account"])
    found: list[Entry] = []
    times: Counter[str] = Counter()
    steps: set[tuple[str, date, str]] = set()
    for finding in result["findings"]:
        for day, kind, text, name in _days(finding, observed(result)):
            if kind == STEP:
                if (finding["rule"], day, name) in steps:
                    continue
                steps.add((finding["rule"], day, name))
            ident = "-".join(filter(None, (finding["fingerprint"], kind, day.isoformat(), name)))
            times[ident] += 1
            again = f"-{times[ident]}" if times[ident] > 1 else ""
            uid = f"{ident}{again}@{owner}.sellervitals"
            found.append(Entry(day, kind, finding["rule"], finding["segment"], text, uid))
    return sorted(found, key=lambda each: (*each[:3], each.segment or "", each.uid))


def observed(result: Mapping[str, Any]) -> date:
    """The day of the evaluation, from which the days of steps are counted."""
    return _moment(result).date()


def icalendar(result: Mapping[str, Any], days: Iterable[Entry]) -> bytes:
    """Write entries as iCalendar; the same result gives the same bytes.

    Args:
        result: the parsed result object that they come from.
        days: what ``entries`` found in it.
    """
    account, stamp = result["account"], _moment(result)
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    names = (account["marketplace"], account["site"], account["seller_id"])
    calendar.add("X-WR-CALNAME", vText(printable(" ".join(each for each in names if each))))
    for each in days:
        calendar.add_component(_event(each, result["id"], stamp))
    if not calendar.subcomponents:
        calendar.add_component(_nothing())
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry, ident: str, stamp: datetime) -> Event:
    text = printable(entry.text)
    event = Event()
    event.add("UID", entry.uid)
    event.add("DTSTAMP", stamp)
    event.add("DTSTART", entry.date)  # a date without an end is that whole day
    event.add("SUMMARY", _short(text))
    event.add("DESCRIPTION", f"{text} [{printable(subject(entry.rule, entry.segment))}, evaluation {ident}]")
    event.add("CATEGORIES", [entry.kind, printable(entry.rule)])
    event.add("TRANSP", TRANSP.TRANSPARENT)
    return event


def _nothing() -> Timezone:
    """Fill a calendar without days: RFC 5545 asks for one component at least, and nobody sees this one."""
    utc, standard = Timezone(), TimezoneStandard()
    utc.add("TZID", "Etc/UTC")
    standard.add("DTSTART", datetime(1970, 1, 1))  # noqa: DTZ001 - local time, as the standard has it here
    standard.add("TZOFFSETFROM", timedelta(0))
    standard.add("TZOFFSETTO", timedelta(0))
    utc.add_component(standard)
    return utc


def _days(finding: Mapping[str, Any], today: date) -> Iterator[tuple[date, str, str, str]]:
    """Give day, kind, sentence, and what tells it from others of that kind and day."""
    is_open = finding["outcome"] in OPEN
    by_day: dict[str, list[Mapping[str, Any]]] = {}
    for item in finding["items"] if is_open else ():
        if item["deadline"] is not None:
            by_day.setdefault(item["deadline"], []).append(item)
    for each in finding["deadlines"]:
        if is_open or each["kind"] == DeadlineKind.LIMIT_CHANGE:
            text = each["text"]
            if each["kind"] not in _NOT_OF_CASES and each["date"] in by_day:
                text = f"{text} {_named(by_day.pop(each['date']), finding)}"
            yield date.fromisoformat(each["date"]), each["kind"], text, ""
    if not is_open:
        return
    title = subject(finding["title"], finding["segment"])
    for day, items in by_day.items():
        yield date.fromisoformat(day), ITEMS, f"{title}: {_named(items, finding)}", ""
    for step in () if finding.get("waiver") else finding["remediation"]:
        days = step["deadline_days"]
        if days is not None and days <= (date.max - today).days:
            when = "the same day" if days == 0 else f"within {days} day{'s' if days > 1 else ''}"
            cause = _NOT_PLAIN.sub("-", step["cause"] or "")
            name = f"{cause}.{step['id']}" if cause else step["id"]
            text = f"{title}: {step['text']} ({when}, counted from the evaluation of {today})"
            yield today + timedelta(days), STEP, text, name


def _named(items: list[Mapping[str, Any]], finding: Mapping[str, Any]) -> str:
    """Name the cases of one day; the list in a finding may be cut, and then this says so."""
    shown = [
        each["id"] if each["situation"] is None else f"{each['id']} ({each['situation']})" for each in items
    ]
    more = f" and {len(shown) - NAMED_ITEMS} more" if len(shown) > NAMED_ITEMS else ""
    listed, total = len(finding["items"]), finding["items_total"]
    cut = f", of the {listed:,} listed of {total:,}" if total > listed else ""
    count = f"{len(shown)} case{'s' if len(shown) > 1 else ''}"
    return f"{count}{cut}: {', '.join(shown[:NAMED_ITEMS])}{more}."


def _moment(result: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(result["observed_at"]).astimezone(UTC).replace(microsecond=0)


def _owner(account: Mapping[str, Any]) -> str:
    """Tell accounts apart: a finding's fingerprint is the same in all of one marketplace and site."""
    names = "\n".join(account[each] or "" for each in ("marketplace", "site", "seller_id"))
    return sha256(names.encode()).hexdigest()[:12]


def _short(text: str) -> str:
    if len(text) <= SUMMARY_CHARACTERS:
        return text
    cut = text[: SUMMARY_CHARACTERS - 3]
    return f"{cut.rpartition(' ')[0] or cut}..."
