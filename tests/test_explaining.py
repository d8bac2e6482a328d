"""What stands beside a value: exemptions, shares of a rate, quoted advice, periods, severity."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.checking import check_reading
from sellervitals.encoding import Provenance, encode
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot

SOURCES = {"s": sdk.Reference("Policy")}


def steps(*names):
    return tuple(sdk.step(name, "low", "operations")(f"Mend {name}.") for name in names)


RATE = sdk.Metric(id="cancelled", title="Cancelled", unit="ratio", better="lower")
RULE = sdk.Rule(
    id="acme.cancelled",
    title="Cancelled",
    why="Because.",
    metric="cancelled",
    severity="high",
    limits=(sdk.limit("2020-01-01", must_be="at_most", fail=sdk.percent("2"), source="s"),),
    causes={"stock": steps("stock"), "price": steps("price"), "window": steps("window")},
    steps=steps("one", "two", "three"),
    references=SOURCES,
    since="1",
)
ACME = sdk.Marketplace(
    id="acme",
    title="Acme",
    metrics=(RATE,),
    scorecard=sdk.Scorecard(version="acme-1", weights={"acme.cancelled": 1}),
)
ENGINE = Engine(Registry(marketplaces={"acme": ACME}, rules={"acme.cancelled": RULE}))


def evaluated(percent="3", day="2026-11-22", **more):
    value = None if percent is None else sdk.percent(percent)
    return ENGINE.evaluate(snapshot("acme", [measurement("cancelled", value, **more)], day=day))


def finding(*given, **more):
    (found,) = evaluated(*given, **more).findings
    return found


def sent(**more):
    made_by = Provenance("0", {}, "", "")
    body = encode(
        evaluated(**more), id=None, observed_at=datetime(2026, 11, 22, tzinfo=UTC), provenance=made_by
    )
    return json.loads(body)["findings"][0]


@pytest.mark.parametrize(
    ("until", "outcome"),
    [
        (date(2026, 11, 21), "fail"),
        (date(2026, 11, 22), "not_applicable"),
        (date(2027, 3, 1), "not_applicable"),
    ],
)
def test_what_is_not_enforced_yet_is_not_judged(until, outcome):
    assert finding(exempt_until=until).outcome == outcome


def test_an_exemption_says_what_becomes_of_it():
    found = finding(exempt_until=date(2026, 12, 31))
    assert "not enforced for this account until 2026-12-31. From 2027-01-01 this would fail" in found.message
    assert [(each.day, each.kind) for each in found.deadlines] == [(date(2027, 1, 1), "limit_change")]
    assert evaluated(exempt_until=date(2026, 12, 31)).score.value is None
    kept = finding("1", exempt_until=date(2026, 12, 31))
    assert (kept.outcome, kept.deadlines) == ("not_applicable", ())
    assert finding(exempt_until=date.max).deadlines == ()


def test_an_exemption_hides_no_broken_rule():
    broken = sdk.Rule(
        id="acme.broken",
        title="Broken",
        why="Because.",
        metric="cancelled",
        severity="high",
        steps=steps("one", "two", "three"),
        references=SOURCES,
        since="1",
        evaluate=lambda _: 1 / 0,
    )
    engine = Engine(Registry(marketplaces={"acme": ACME}, rules={broken.id: broken}))
    given = measurement("cancelled", sdk.percent("3"), exempt_until=date(2027, 1, 1))
    (found,) = engine.evaluate(snapshot("acme", [given], day="2026-11-22")).findings
    assert found.outcome == "error"


def test_the_largest_share_is_put_right_first():
    shares = {"price": sdk.percent("0.4"), "stock": sdk.percent("1.9"), "window": sdk.percent("0")}
    found = finding(shares=shares)
    assert found.causes == ("stock", "price")
    assert [step.id for step in found.steps][:2] == ["stock", "price"]
    assert finding("1", shares=shares).causes == ()


def test_parts_and_shares_are_shown_largest_first():
    parts = sent(parts={"price": 2, "stock": 30}, shares={"a": sdk.percent("0.5"), "b": sdk.percent("1.5")})
    assert [(each["name"], each["count"], each["rate"], each["display"]) for each in parts["parts"]] == [
        ("stock", 30, None, "30"),
        ("price", 2, None, "2"),
        ("b", None, "0.015", "1.5 %"),
        ("a", None, "0.005", "0.5 %"),
    ]


def test_advice_is_quoted():
    quotes = (sdk.Quote("Sync inventory.", "https://acme.example/stock"), sdk.Quote("Add a buffer."))
    assert sent(quotes=quotes)["quotes"] == [
        {"text": "Sync inventory.", "url": "https://acme.example/stock"},
        {"text": "Add a buffer.", "url": ""},
    ]


def test_a_period_without_days_is_shown_and_chooses_no_limit():
    shown = sent(period="60 days", numerator=13)
    assert shown["window"] == {"from": None, "to": None, "days": None, "period": "60 days"}
    assert shown["message"] == "Cancelled is 3 % (events: 13) over 60 days; the limit is at most 2 %."


def test_why_a_value_is_missing_is_said():
    found = finding(percent=None, missing="no colour yet")
    assert (found.outcome, found.message) == (
        "no_data",
        "Cancelled: no colour yet, so there is nothing to judge.",
    )


def test_whoever_reports_it_may_say_how_grave_it_is():
    assert finding().severity == "high"
    assert finding(severity=sdk.Severity.CRITICAL).severity == "critical"
    assert evaluated(severity=sdk.Severity.CRITICAL).score.cap.at == 49


def test_a_recommended_target_only_warns():
    target = sdk.target_of("<=", sdk.percent("1"), trust="suggested")
    found = finding(target=target)
    assert found.outcome == "warn"
    assert found.limit.trust == "suggested"
    assert finding(target=sdk.target_of("<=", sdk.percent("1"))).outcome == "fail"


@pytest.mark.parametrize(
    "fields",
    [
        {"shares": {"stock": Decimal("0.5")}},
        {"shares": {str(place): sdk.percent("1") for place in range(51)}},
        {"quotes": ("text",)},
        {"quotes": (sdk.Quote("\x00"),)},
        {"exempt_until": datetime(2026, 1, 1, tzinfo=UTC)},
        {"severity": "high"},
        {"period": 60},
        {"missing": None},
    ],
)
def test_what_a_reader_must_not_hand_over_is_refused(fields):
    bad = measurement("cancelled", sdk.percent("1"), **fields)
    with pytest.raises((TypeError, ValueError)):
        check_reading(sdk.Reading((bad,)), ACME)


@pytest.mark.parametrize(
    "fields", [{"numerator": 10**16, "denominator": 10**16}, {"parts": {"a": 5 * 10**15 + 1}}]
)
def test_counts_beyond_all_reason_are_refused_at_their_place(fields):
    bad = measurement("cancelled", sdk.percent("1"), pointer="/here", **fields)
    with pytest.raises(sdk.UnreadableError, match="counts more than") as caught:
        check_reading(sdk.Reading((bad,)), ACME)
    assert caught.value.pointer == "/here"
