"""A value that only a named site could judge is unknown, and unknown is not healthy."""

from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot

SOURCES = {"s": sdk.Reference("Policy")}
STEPS = tuple(sdk.step(name, "low", "operations")("Do it.") for name in ("one", "two", "three"))


def rule(name, *limits):
    return sdk.Rule(
        id=f"acme.{name}",
        title=name.capitalize(),
        why="Because.",
        metric=name,
        severity="low",
        limits=limits,
        steps=STEPS,
        references=SOURCES,
        since="1",
    )


def at_most(since, **more):
    return sdk.limit(since, must_be="at_most", fail=sdk.percent("2"), source="s", **more)


RULES = (
    rule("everywhere", at_most("2020-01-01")),
    rule("local", at_most("2020-01-01", sites=("US",))),
    rule("ended", at_most("2020-01-01", until="2020-12-31", sites=("US",))),
    rule("unlimited"),
)
ACME = sdk.Marketplace(
    id="acme",
    title="Acme",
    metrics=tuple(
        sdk.Metric(id=each.metric, title=each.title, unit="ratio", better="lower") for each in RULES
    ),
    sites={"US": "States", "DE": "Germany"},
    scorecard=sdk.Scorecard(version="acme-1", weights={each.id: 10 for each in RULES}),
)
ENGINE = Engine(Registry(marketplaces={"acme": ACME}, rules={each.id: each for each in RULES}))


def coverage(*names, site=None):
    given = [measurement(name, sdk.percent("1")) for name in names]
    return ENGINE.evaluate(snapshot("acme", given, day="2026-11-22", site=site)).score.coverage


@pytest.mark.parametrize(
    ("names", "site", "share"),
    [
        (("everywhere", "local", "ended", "unlimited"), None, "0.5"),
        (("everywhere", "local", "ended", "unlimited"), "US", "1"),
        (("everywhere", "local", "ended", "unlimited"), "DE", "1"),
        (("everywhere", "ended", "unlimited"), None, "1"),
    ],
)
def test_what_a_named_site_would_judge_lowers_the_coverage(names, site, share):
    assert coverage(*names, site=site) == Decimal(share)
