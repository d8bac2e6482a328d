"""The limits of the days to come: announced, ended, brought along with the value, or not enforced yet."""

from datetime import date

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.forecasting.limits_ahead import in_force, lines
from sellervitals.plugins import discover

SHOP = """
    from sellervitals import plugin as sdk

    def limit(since, fail, **more):
        return sdk.limit(since, must_be="below", fail=sdk.percent(fail), source="a", **more)

    @sdk.hookimpl
    def sellervitals_marketplace():
        return sdk.Marketplace(
            id="wish", title="Wish",
            metrics=(sdk.Metric(id="late_rate", title="Late rate", unit="ratio", better="lower"),),
            scorecard=sdk.Scorecard(version="wish-1", weights={"wish.late": 1}),
        )

    @sdk.hookimpl
    def sellervitals_rules():
        return [
            sdk.Rule(
                id="wish.late", title="Late", why="Sales stop.", severity="critical", metric="late_rate",
                references={"a": sdk.Reference("Rules")}, since="1.0",
                steps=(sdk.step("look", "low", "operations")("Look."),),
                limits=(
                    limit("2026-01-01", "10"),
                    limit("2026-03-01", "8", announced="2026-02-01"),
                    limit("2026-05-01", "6", announced="2026-04-20", until="2026-06-30"),
                ),
            )
        ]
"""


@pytest.fixture
def ask(install):
    install("wish", SHOP)
    registry = discover(strict=True)
    engine = Engine(registry)
    (rule,) = registry.rules_of("wish")

    def asked(day, **more):
        measured = sdk.Measurement("late_rate", **more)
        found = lines(engine, rule, None, measured, date.fromisoformat(day))
        return [(str(each.since), each.limit and str(each.limit.fail)) for each in found]

    return asked


def test_what_is_announced_by_then_and_nothing_else(ask):
    assert ask("2026-01-20") == [("2026-01-20", "0.1")]
    assert ask("2026-02-01") == [("2026-02-01", "0.1"), ("2026-03-01", "0.08")]
    assert ask("2026-04-20") == [
        ("2026-04-20", "0.08"),
        ("2026-05-01", "0.06"),
        ("2026-07-01", "0.08"),
    ]


def test_a_limit_that_ends_gives_way_on_the_day_after(ask):
    assert ask("2026-06-30") == [("2026-06-30", "0.06"), ("2026-07-01", "0.08")]
    assert ask("2026-07-01") == [("2026-07-01", "0.08")]


def test_a_target_that_came_along_holds_until_the_table_changes(ask):
    target = sdk.Target(sdk.Comparator.BELOW, sdk.percent("9"))
    assert ask("2026-02-01", target=target) == [("2026-02-01", "0.09"), ("2026-03-01", "0.08")]


def test_an_exemption_leaves_out_the_days_up_to_its_last(ask):
    assert ask("2026-02-01", exempt_until=date(2026, 2, 10)) == [
        ("2026-02-01", None),
        ("2026-02-11", "0.1"),
        ("2026-03-01", "0.08"),
    ]
    assert ask("2026-02-01", exempt_until=date(2026, 3, 15)) == [
        ("2026-02-01", None),
        ("2026-03-16", "0.08"),
    ]
    assert ask("2026-02-01", exempt_until=date.max) == [("2026-02-01", None)]
    assert ask("2026-02-01", exempt_until=date(2026, 1, 31))[0] == ("2026-02-01", "0.1")


def test_before_any_limit_there_is_none(ask):
    assert ask("2025-12-31") == [("2025-12-31", None), ("2026-01-01", "0.1")]


@pytest.mark.usefixtures("ask")
def test_the_limit_of_a_day():
    registry = discover(strict=True)
    found = lines(
        Engine(registry),
        registry.rules_of("wish")[0],
        None,
        sdk.Measurement("late_rate"),
        date(2026, 4, 20),
    )
    assert [str(in_force(found, date(2026, *each)).fail) for each in ((4, 30), (5, 1), (6, 30), (7, 1))] == [
        "0.08",
        "0.06",
        "0.06",
        "0.08",
    ]
