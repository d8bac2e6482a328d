"""Every limit, tier, window and severity against the published figures, written down once more."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals.domain.rate import Rate
from sellervitals.domain.recurring import next_days
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.programmes.pro_seller import LADDER, REFRESH
from sellervitals_walmart.rules import ALL

RULES = {rule.id.removeprefix("walmart."): rule for rule in ALL}
FIGURES = [
    tomllib.loads(path.read_text("utf-8")) for path in sorted(Path(__file__).parent.glob("figures/*.toml"))
]
SMALLEST = {name: least for area in FIGURES for name, least in area["smallest"].items()}


def lines(key):
    return {line for area in FIGURES for line in area.get(key, "").strip().splitlines()}


def written(bound):
    if bound is None:
        return "-"
    if isinstance(bound, Rate):
        return f"{Decimal(bound.numerator) * 100 / bound.denominator} %"
    return str(bound)


def test_every_limit_is_the_published_one():
    held = {
        "|".join(
            (
                name,
                f"{limit.since}",
                f"{limit.until or '-'}",
                " ".join(limit.sites),
                limit.must_be,
                written(limit.fail),
                written(limit.warn),
                limit.trust,
                "-" if limit.warn is None else limit.warn_trust,
                limit.source,
            )
        )
        for name, rule in RULES.items()
        for limit in rule.limits
    }
    assert held == lines("limits")


def test_every_tier_asks_for_the_published_criteria():
    *tiers, none = LADDER.rungs
    assert [each.name for each in tiers] == ["Pro Seller", "Advanced", "Rising"]
    assert dict(none.needs) == {}
    asked = {
        "|".join((metric, *(f"{limit.must_be} {written(limit.fail)}" for limit in limits)))
        for metric in tiers[0].needs
        for limits in [[limit for each in tiers for limit in each.needs[metric]]]
    }
    assert asked == lines("tiers")
    for each in tiers:
        for limits in each.needs.values():
            assert [(limit.since, limit.sites) for limit in limits] == [(date(2024, 9, 26), ("US",))]


def test_a_rule_and_the_lowest_tier_hold_the_same_limit():
    rising = LADDER.rungs[2]
    for rule in ALL:
        if rule.ladder is not None:
            assert rule.limits == rising.needs[rule.metric]


def test_rules_without_a_table_are_judged_by_word_target_or_contradiction():
    without = {name for name, rule in RULES.items() if not rule.limits}
    assert without == {name for area in FIGURES for name in area["without_limits"]}


def test_every_severity_is_the_proposed_one():
    assert {name: rule.severity for name, rule in RULES.items()} == {
        name: severity for area in FIGURES for severity, names in area["severities"].items() for name in names
    }


def test_windows_and_directions_are_the_published_ones():
    held = {
        f"{each.id}|{each.better}|{each.window_days or '-'}"
        for each in WALMART.metrics
        if each.unit == "ratio"
    }
    assert held == lines("metrics")


@pytest.mark.parametrize(("name", "least"), SMALLEST.items())
def test_a_sample_is_low_while_it_cannot_bear_a_single_miss(name, least):
    rule = RULES[name]
    assert rule.minimum_sample == least
    limit = next(each for each in rule.limits if each.must_be in {"at_most", "at_least"})
    one_bad = (lambda n: Rate(1, n)) if limit.must_be == "at_most" else (lambda n: Rate(n - 1, n))
    assert limit.must_be.holds(one_bad(least), limit.fail)
    assert not limit.must_be.holds(one_bad(least - 1), limit.fail)


def test_what_has_no_published_first_day_says_so():
    published = {date.fromisoformat(day) for area in FIGURES for day in area["first_days"]}
    for rule in ALL:
        for limit in rule.limits:
            assert limit.since in published or "not published" in limit.note, (rule.id, limit.since)


def test_nothing_was_announced_before_it_held():
    assert {limit.announced == limit.since for rule in ALL for limit in rule.limits} == {True}


@pytest.mark.parametrize(
    ("day", "following"),
    [
        ("2026-11-22", ["2026-12-05", "2026-12-20"]),
        ("2026-12-05", ["2026-12-05", "2026-12-20"]),
        ("2026-12-06", ["2026-12-20", "2027-01-05"]),
    ],
)
def test_tiers_are_worked_out_on_the_5th_and_the_20th(day, following):
    found = next_days(REFRESH, date.fromisoformat(day), "US")
    assert [f"{each.day}" for each in found] == following


def test_what_only_warns_is_what_walmart_does_not_publish_or_enforce():
    soft = {name for name, rule in RULES.items() for limit in rule.limits if not limit.trust.can_fail}
    assert soft == {"item-not-received-rate", "late-shipment-rate", "performance-alarms"}


def test_nothing_harmful_is_advised():
    steps = {
        (name, step.id): step.text
        for name, rule in RULES.items()
        for step in rule.steps_for(tuple(rule.causes))
    }
    assert "never offer anything for a change" in steps["negative-feedback-rate", "answer-reviews"]
    assert "only where they break its rules" in steps["negative-feedback-rate", "ask-for-removal"]
    assert "Stop reused and made-up" in steps["valid-tracking-rate", "stop-made-up-numbers"]
    assert "which really answer" in steps["seller-response-rate", "alerts-and-templates"]
    assert not [key for key, text in steps.items() if "ask the buyer to cancel" in text.lower()]
