"""Every limit, figure, day and severity against the published ones, written down once more."""

import tomllib
from decimal import Decimal
from pathlib import Path

from sellervitals.domain.rate import Rate
from sellervitals_shopee.limits.penalty_tiers import TIERS
from sellervitals_shopee.rules import ALL

RULES = {rule.id.removeprefix("shopee."): rule for rule in ALL}
FIGURES = tomllib.loads((Path(__file__).parent / "figures/shopee.toml").read_text("utf-8"))


def lines(name):
    return set(FIGURES[name].strip().splitlines())


def written(bound):
    if bound is None:
        return "-"
    return (
        f"{Decimal(bound.numerator) * 100 / bound.denominator} %" if isinstance(bound, Rate) else str(bound)
    )


def row(*fields):
    return "|".join(map(str, fields))


def limit_row(name, limit):
    return row(
        *(name, limit.since, limit.until or "-", " ".join(limit.sites), limit.segment or "-"),
        *(limit.must_be, written(limit.fail), written(limit.warn), limit.trust, limit.source),
    )


def test_every_limit_is_the_published_one():
    held = {limit_row(name, limit) for name, rule in RULES.items() for limit in rule.limits}
    assert held == lines("limits")


def test_rules_without_a_table_are_judged_by_target_or_word():
    assert {name for name, rule in RULES.items() if not rule.limits} == set(FIGURES["without_limits"])


def test_the_tiers_are_the_published_ones():
    held = {
        limit_row(rung.name, limit)
        for rung in TIERS.rungs
        for limits in rung.needs.values()
        for limit in limits
    }
    assert held == lines("tiers")


def test_every_figure_is_the_published_one():
    held = {
        row(name, each.since, " ".join(each.sites), each.name, each.value, each.unit, each.trust, each.source)
        for name, rule in RULES.items()
        for each in rule.figures
    }
    lengths = {f"{name}|{line}" for name in FIGURES["lengths_of"] for line in lines("lengths")}
    assert held == lengths | lines("figures")


def test_every_day_that_comes_back_is_the_published_one():
    held = {
        row(
            *(name, each.since, " ".join(each.sites), each.name, " ".join(map(str, each.months))),
            *(each.weekday, each.week, each.trust, each.source),
        )
        for name, rule in RULES.items()
        for each in rule.calendar
    }
    assert held == {f"{name}|{line}" for name in FIGURES["calendar_of"] for line in lines("calendar")}


def test_every_severity_is_the_proposed_one():
    assert {name: rule.severity for name, rule in RULES.items()} == {
        name: severity for severity, names in FIGURES["severities"].items() for name in names
    }


def test_weak_sources_can_only_warn():
    weak = {"account-health", "malaysia-2019", "indonesia", "vietnam", "fast-handover", "philippines-2023"}
    for name, rule in RULES.items():
        for limit in rule.limits:
            assert limit.source not in weak or not limit.trust.can_fail or name == "punishments", name


def test_what_has_no_published_first_day_says_so():
    published = set(FIGURES["first_days"])
    for rule in ALL:
        for limit in rule.limits:
            assert limit.since in published or "not published" in limit.note, (rule.id, limit.since)


def test_nothing_harmful_is_advised():
    steps = {
        (name, step.id): step.text
        for name, rule in RULES.items()
        for step in rule.steps_for(tuple(rule.causes))
    }
    assert steps["cancellation-rate", "never-ask-the-buyer"].startswith("Never ask a buyer to cancel")
    assert "only when the buyer agreed" in steps["non-fulfilment-rate", "replace-with-consent"]
    assert steps["shop-rating", "never-buy-ratings"].startswith("Never offer goods or money")
    assert "open no second shop" in steps["punishments", "plan-release"]
    assert "an unchanged upload brings points again" in steps["severe-listing-violations", "correct-worst"]
