"""The days that count, and RFC 5545 held against expectations written by hand and by another reader."""

import re
from datetime import UTC, date, datetime

import icalendar as rfc5545
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals.report.calendar import entries, icalendar

TODAY = "2026-11-22T23:59:59.999Z"
BY_HAND = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//sellervitals//calendar//EN
X-WR-CALNAME:shop S\\;1
BEGIN:VEVENT
SUMMARY:Answer\\, then wait\\; C:\\\\temp "quoted" \u00e9.
DTSTART;VALUE=DATE:20261201
DTSTAMP:20261122T235959Z
UID:f1-action-2026-12-01@9a4e6f2b.sellervitals
CATEGORIES:action,shop.late-rate
DESCRIPTION:Answer\\, then wait\\; C:\\\\temp "quoted" \u00e9. [shop.late-rate (mf
 n)\\, evaluation ev_1]
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""


def item(ident, deadline, situation=None):
    return {"id": ident, "situation": situation, "deadline": deadline}


def step(ident, days, cause=None):
    return {"id": ident, "text": "Do it.", "deadline_days": days, "cause": cause}


def deadline(day, kind="action", text="Something happens."):
    return {"date": day, "kind": kind, "text": text}


def finding(**more):
    return {
        "rule": "shop.late-rate",
        "segment": None,
        "outcome": "fail",
        "title": "Late rate",
        "deadlines": [],
        "items": [],
        "items_total": len(more.get("items", ())),
        "remediation": [],
        "fingerprint": "f1",
        **more,
    }


def result(*findings, seller="S1", observed_at=TODAY):
    return {
        "id": "ev_1",
        "account": {"marketplace": "shop", "site": None, "seller_id": seller},
        "observed_at": observed_at,
        "findings": list(findings),
    }


def written(*findings, **more):
    made = result(*findings, **more)
    return icalendar(made, entries(made))


def test_days_come_in_their_order_whatever_the_findings():
    made = entries(
        result(
            finding(rule="shop.b", deadlines=[deadline("2026-12-02"), deadline("2026-12-01", "charge")]),
            finding(rule="shop.a", fingerprint="f2", deadlines=[deadline("2026-12-02")]),
        )
    )
    assert [(each.date.isoformat(), each.kind, each.rule) for each in made] == [
        ("2026-12-01", "charge", "shop.b"),
        ("2026-12-02", "action", "shop.a"),
        ("2026-12-02", "action", "shop.b"),
    ]


def test_days_of_steps_are_counted_from_the_day_of_the_evaluation_in_utc():
    steps = [step("now", 0), step("soon", 1), step("later", 40), step("any-time", None)]
    now, soon, later = entries(result(finding(remediation=steps)))
    assert [each.date for each in (now, soon, later)] == [
        date(2026, 11, 22),
        date(2026, 11, 23),
        date(2027, 1, 1),
    ]
    assert now.text == "Late rate: Do it. (the same day, counted from the evaluation of 2026-11-22)"
    assert soon.text == "Late rate: Do it. (within 1 day, counted from the evaluation of 2026-11-22)"
    assert "within 40 days" in later.text
    assert {each.kind for each in (now, soon, later)} == {"step"}


def test_a_step_whose_day_no_calendar_has_is_left_out():
    late = result(finding(remediation=[step("a", 400)]), observed_at="9999-01-01T00:00:00.000Z")
    assert entries(late) == []


def test_cases_are_grouped_by_day():
    items = [item("A", "2026-12-05", "stranded"), item("B", None), item("C", "2026-12-04")]
    items += [item("D", "2026-12-05")]
    first, second = entries(result(finding(segment="eu", items=items)))
    assert (first.date, first.kind, first.text) == (date(2026, 12, 4), "items", "Late rate (eu): 1 case: C.")
    assert second.text == "Late rate (eu): 2 cases: A (stranded), D."


def test_cases_that_are_not_listed_are_not_forgotten():
    items = [item(f"S{number}", "2026-12-05") for number in range(12)]
    (made,) = entries(result(finding(items=items, items_total=1_200)))
    assert made.text.startswith("Late rate: 12 cases, of the 12 listed of 1,200: S0, S1,")
    assert made.text.endswith("S9 and 2 more.")


@pytest.mark.parametrize(
    ("kind", "count"), [("removal", 1), ("charge", 1), ("release", 2), ("limit_change", 2)]
)
def test_cases_are_named_by_the_deadline_that_is_theirs(kind, count):
    """One day of one finding is one event, unless the deadline is about the number and not its cases."""
    made = finding(
        deadlines=[deadline("2026-12-01", kind, "It goes.")], items=[item("A", "2026-12-01", "stuck")]
    )
    found = entries(result(made))
    assert len(found) == count
    assert {each.kind: each.text for each in found}[kind] == (
        "It goes. 1 case: A (stuck)." if count == 1 else "It goes."
    )


def test_a_step_that_several_segments_share_is_there_once():
    ten, thirty = (
        finding(segment=name, fingerprint=name, remediation=[step("ship", 0), step(name, 1)])
        for name in ("10d", "30d")
    )
    found = entries(result(ten, thirty, finding(rule="shop.other", remediation=[step("ship", 0)])))
    assert [(each.rule, each.segment, each.date.day) for each in found] == [
        ("shop.late-rate", "10d", 22),
        ("shop.other", None, 22),
        ("shop.late-rate", "10d", 23),
        ("shop.late-rate", "30d", 23),
    ]


@pytest.mark.parametrize(("outcome", "count"), [("fail", 3), ("warn", 3), ("pass", 0), ("no_data", 0)])
def test_only_open_findings_count(outcome, count):
    made = finding(
        outcome=outcome,
        deadlines=[deadline("2026-12-01")],
        items=[item("A", "2026-12-02")],
        remediation=[step("a", 1)],
    )
    assert len(entries(result(made))) == count


def test_an_announced_limit_counts_also_where_todays_still_holds():
    announced = deadline("2027-01-01", "limit_change", "From 2027-01-01 this would fail.")
    (made,) = entries(result(finding(outcome="pass", deadlines=[announced, deadline("2026-12-01")])))
    assert (made.kind, made.text) == ("limit_change", "From 2027-01-01 this would fail.")


def test_ids_are_those_of_the_account_and_stay():
    def ids(*findings, **more):
        return [each.uid for each in entries(result(*findings, **more))]

    parts = {"claims": "A-to-z claims, all", "other": None}
    several = finding(
        deadlines=[deadline("2026-12-01", text="One."), deadline("2026-12-01", text="Two.")],
        remediation=[step("a", 1, parts["claims"]), step("a", 1, parts["other"])],
    )
    first = ids(several)
    assert len(set(first)) == 4
    assert ids(several, observed_at="2026-11-22T01:00:00.000Z") == first
    assert not set(ids(several, seller="S2")) & set(first)
    assert not set(ids({**several, "fingerprint": "f2"})) & set(first)
    assert all(re.fullmatch(r"[A-Za-z0-9_.@-]+", each) for each in first)


def test_it_is_written_as_rfc_5545_has_it():
    text = 'Answer, then wait; C:\\temp "quoted" \u00e9.'
    calendar = written(finding(segment="mfn", deadlines=[deadline("2026-12-01", text=text)]), seller="S;1")
    by_hand = re.sub("@.*\n", "\n", BY_HAND)
    assert re.sub(r"@.*\r\n", "\r\n", calendar.decode()) == by_hand.replace("\n", "\r\n")


def test_r15_the_same_evaluation_gives_the_same_bytes():
    made = finding(deadlines=[deadline("2026-12-01")], remediation=[step("a", 3)])
    assert written(made) == written(made)


HOSTILE = [
    "a\r\nBEGIN:VEVENT\r\nSUMMARY:forged",
    "a\nATTACH:https://example.com/x",
    "a\rEND:VCALENDAR",
    "\x00\x07\x1b[31m\x7f\x85",
    "\u2028\u2029\u202e",
    ";,:\\n\\N\\",
    '";ALTREP="x',
    "\u20ac" * 200,
    "\U0001f4a9" * 100,
    "",
]


def holds_rfc5545(content):
    """Lines end with CRLF and have 75 octets at most, no character is cut, nothing steers anything."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    rest = content.replace(b"\r\n", b"").decode()
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029]", rest)
    unfolded = content.replace(b"\r\n ", b"").decode().split("\r\n")
    assert all(re.match("[A-Z-]+[:;]", line) for line in unfolded[:-1])
    return unfolded


@pytest.mark.parametrize("text", HOSTILE)
def test_s58_a_text_stays_inside_its_line(text):
    made = finding(
        rule=f"shop.{text}",
        segment=text,
        title=text,
        deadlines=[deadline("2026-12-01", text=text)],
        items=[item(text, "2026-12-02", text)],
    )
    lines = holds_rfc5545(written(made, seller=text))
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    assert {line.partition(":")[0].partition(";")[0] for line in lines if line} == {
        *("BEGIN", "END", "VERSION", "PRODID", "X-WR-CALNAME", "SUMMARY", "DESCRIPTION", "DTSTART"),
        *("DTSTAMP", "UID", "CATEGORIES", "TRANSP"),
    }


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_s58_any_text_is_read_again_by_another_reader(text):
    content = written(finding(deadlines=[deadline("2026-12-01", text=text)]))
    holds_rfc5545(content)
    (event,) = rfc5545.Calendar.from_ical(content).walk("VEVENT")
    assert event.start == date(2026, 12, 1)
    assert event.stamp == datetime(2026, 11, 22, 23, 59, 59, tzinfo=UTC)
    if text.isprintable() and "\\N" not in text:
        assert str(event["DESCRIPTION"]).startswith(text)


def test_all_day_events_are_marked_and_do_not_make_anybody_busy():
    (event,) = rfc5545.Calendar.from_ical(written(finding(remediation=[step("a", 1)]))).walk("VEVENT")
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert "DTEND" not in event
    assert event["TRANSP"] == "TRANSPARENT"
    assert event.categories == ["step", "shop.late-rate"]


@pytest.mark.parametrize(("text", "end"), [("word " * 60 + "end.", " word..."), ("x" * 200, "xx...")])
def test_a_long_summary_is_cut_at_a_word_and_the_description_is_whole(text, end):
    (event,) = rfc5545.Calendar.from_ical(
        written(finding(deadlines=[deadline("2026-12-01", text=text)]))
    ).walk("VEVENT")
    assert len(event["SUMMARY"]) <= 120
    assert event["SUMMARY"].endswith(end)
    assert text in event["DESCRIPTION"]


def test_an_evaluation_without_days_gives_an_empty_calendar_that_is_valid():
    content = written(finding(outcome="pass"))
    holds_rfc5545(content)
    calendar = rfc5545.Calendar.from_ical(content)
    assert calendar.walk("VEVENT") == []
    assert len(calendar.subcomponents) == 1  # RFC 5545, 3.6: one component at least
    assert entries(result()) == []
