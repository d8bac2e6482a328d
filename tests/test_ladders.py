"""Levels computed from several metrics, words of the marketplace, and the gravity that a rung gives."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals.encoding import Provenance, encode
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot

SOURCES = {"levels": sdk.Reference("Levels", "https://acme.example/levels")}
STEPS = tuple(sdk.step(name, "low", "operations")("Do it.") for name in ("one", "two", "three"))
METRICS = (
    sdk.Metric(
        id="defects", title="Defects", unit="ratio", better="lower", parts=("buyers",), numerator="defects"
    ),
    sdk.Metric(id="late", title="Late", unit="ratio", better="lower"),
    sdk.Metric(id="points", title="Points", unit="points", better="lower"),
    sdk.Metric(id="level", title="Level", unit="state", better="lower"),
)


def at_most(line, **more):
    fail = line if isinstance(line, sdk.Rate) else str(line)
    return sdk.limit("2026-01-01", must_be="at_most", fail=fail, source="levels", sites=("US",), **more)


LEVELS = sdk.Ladder(
    id="seller_level",
    title="Seller level",
    metric="level",
    segments=(None, "projected"),
    rungs=(
        sdk.Rung(
            "TOP_RATED",
            "Top Rated",
            needs={
                "defects": (at_most(sdk.percent("0.5"), allowed=3, allowed_part="buyers"),),
                "late": (at_most(sdk.percent("3")),),
            },
        ),
        sdk.Rung(
            "ABOVE_STANDARD",
            needs={"defects": (at_most(sdk.percent("2"), allowed=4, allowed_part="buyers"),)},
        ),
        sdk.Rung("BELOW_STANDARD"),
    ),
    references=SOURCES,
)
TIERS = sdk.Ladder(
    id="tier",
    title="Tier",
    rungs=(
        sdk.Rung("0", needs={"points": (at_most(2),)}),
        sdk.Rung("1", needs={"points": (at_most(5),)}, severity="medium", says="No campaigns."),
        sdk.Rung("2", severity="critical", says="No search."),
    ),
    references=SOURCES,
)
POINTS = sdk.Rule(
    id="acme.points",
    title="Points",
    why="Because.",
    metric="points",
    severity="low",
    ladder=TIERS,
    limits=TIERS.rungs[0].needs["points"],
    steps=STEPS,
    references=SOURCES,
    since="1",
)
LEVEL = sdk.Rule(
    id="acme.level",
    title="Level",
    why="Because.",
    metric="level",
    severity="high",
    words=(
        sdk.word("TOP_RATED", "pass"),
        sdk.word("ABOVE_STANDARD", "pass", health="0.8"),
        sdk.word("BELOW_STANDARD", "fail", severity="critical", says="Fees rise."),
        sdk.word("NONE", "no_data", says="No level was given."),
    ),
    calendar=(
        sdk.recurring(
            "2016-02-20", name="evaluation", kind="review", day=20, source="levels", says="Levels are given."
        ),
    ),
    steps=STEPS,
    references=SOURCES,
    since="1",
)
ACME = sdk.Marketplace(
    id="acme",
    title="Acme",
    metrics=METRICS,
    sites={"US": "United States", "DE": "Germany"},
    scorecard=sdk.Scorecard(version="acme-1", weights={"acme.points": 1, "acme.level": 1}),
    ladders=(LEVELS, TIERS),
)
ENGINE = Engine(Registry(marketplaces={"acme": ACME}, rules={each.id: each for each in (POINTS, LEVEL)}))


def evaluated(*measured, site="US", day="2026-11-22"):
    return ENGINE.evaluate(snapshot("acme", measured, site=site, day=day))


def standing(*measured, **more):
    found = {(each.ladder.id, each.segment): each for each in evaluated(*measured, **more).standings}
    return found.get(("seller_level", None))


def defects(bad, orders, **more):
    return measurement("defects", numerator=bad, denominator=orders, **more)


def late(percent, **more):
    return measurement("late", sdk.percent(percent), **more)


def placed(*measured, **more):
    found = standing(*measured, **more)
    return None if found is None else (found.best.name, found.worst.name)


@pytest.mark.parametrize(
    ("bad", "orders", "late_percent", "level"),
    [
        (5, 1000, "3", "TOP_RATED"),
        (6, 1000, "3", "ABOVE_STANDARD"),
        (5, 1000, "3.01", "ABOVE_STANDARD"),
        (20, 1000, "50", "ABOVE_STANDARD"),
        (21, 1000, "0", "BELOW_STANDARD"),
    ],
)
def test_the_worst_metric_holds_the_level(bad, orders, late_percent, level):
    given_ = (defects(bad, orders, parts={"buyers": bad}), late(late_percent))
    assert placed(*given_) == (level, level)


def test_late_alone_never_leads_below_standard():
    assert placed(defects(0, 10), late("100")) == ("ABOVE_STANDARD", "ABOVE_STANDARD")


def test_what_holds_it_is_named():
    found = standing(defects(0, 10), late("100"))
    assert (found.held_by, found.unreported) == (("late",), ())


def test_what_is_unknown_makes_a_range():
    assert placed(defects(0, 10)) == ("TOP_RATED", "ABOVE_STANDARD")
    assert standing(defects(0, 10)).unreported == ("late",)
    assert placed(late("1")) == ("TOP_RATED", "BELOW_STANDARD")
    assert standing(late("1")).unreported == ("defects",)


def test_how_many_buyers_is_unknown_is_unknown_and_not_broken():
    assert placed(defects(9, 100), late("1")) == ("TOP_RATED", "BELOW_STANDARD")
    assert placed(defects(9, 100, parts={"buyers": 4}), late("1")) == ("ABOVE_STANDARD", "ABOVE_STANDARD")
    assert placed(defects(4, 100), late("1")) == ("TOP_RATED", "ABOVE_STANDARD")


def test_what_is_not_enforced_on_a_small_sample_holds_nothing_down():
    enforced = at_most(sdk.percent("5"), minimum_sample=20)
    rungs = (sdk.Rung("KEPT", needs={"late": (enforced,)}), sdk.Rung("BLOCKED"))
    ladder = sdk.Ladder(id="l", title="L", rungs=rungs, references=SOURCES)
    names = [
        ladder.reached_by(given, sdk.Rate(bad, orders), "US", date(2026, 11, 22)).name
        for bad, orders in ((19, 19), (2, 20))
        for given in [measurement("late", numerator=bad, denominator=orders)]
    ]
    assert names == ["KEPT", "BLOCKED"]


def test_no_data_computes_nothing():
    assert placed() is None
    assert placed(measurement("defects", denominator=0)) is None


def test_where_no_limit_is_known_nothing_is_computed():
    assert placed(defects(9, 100), site="DE") is None
    assert placed(defects(9, 100), site=None) is None
    assert placed(defects(9, 100), day="2025-12-31") is None


def test_the_marketplaces_own_word_stands_beside():
    agrees = standing(defects(0, 10), late("1"), measurement("level", "top rated"))
    assert (agrees.word, agrees.agrees) == ("top rated", True)
    assert standing(defects(0, 10), late("1"), measurement("level", "BELOW_STANDARD")).agrees is False
    assert standing(defects(0, 10), measurement("level", "ABOVE_STANDARD")).agrees is True
    assert standing(defects(0, 10), measurement("level", "SUPER")).agrees is None
    assert standing(defects(0, 10)).agrees is None


def test_each_segment_is_on_its_own():
    found = evaluated(defects(0, 10), late("1"), defects(9, 10, segment="projected", parts={"buyers": 9}))
    levels = {(each.segment, each.best.name) for each in found.standings}
    assert levels == {(None, "TOP_RATED"), ("projected", "BELOW_STANDARD")}


@given(counts=st.tuples(st.integers(0, 50), st.integers(0, 50)), orders=st.integers(50, 3000))
def test_a_worse_number_never_gives_a_better_level(counts, orders):
    order = [rung.name for rung in LEVELS.rungs]
    places = [
        order.index(placed(defects(bad, orders, parts={"buyers": bad}), late("1"))[0])
        for bad in sorted(counts)
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("points", "outcome", "severity", "says"),
    [
        (2, "pass", "low", "at most 2 points"),
        (3, "fail", "medium", "No campaigns."),
        (5, "fail", "medium", "No campaigns."),
        (6, "fail", "critical", "No search."),
    ],
)
def test_a_broken_limit_takes_the_gravity_of_its_rung(points, outcome, severity, says):
    found = next(each for each in evaluated(measurement("points", points)).findings if each.rule is POINTS)
    assert (found.outcome, found.severity) == (outcome, severity)
    assert says in found.message


@pytest.mark.parametrize(
    ("word", "outcome", "severity", "health"),
    [
        ("TOP_RATED", "pass", "high", 1),
        ("Above Standard", "pass", "high", Decimal("0.8")),
        ("below-standard", "fail", "critical", Decimal("0.5")),
        ("NONE", "no_data", "high", None),
        ("SUPER", "warn", "high", Decimal("0.9")),
    ],
)
def test_a_word_is_judged_by_what_it_means(word, outcome, severity, health):
    found = next(each for each in evaluated(measurement("level", word)).findings if each.rule is LEVEL)
    assert (found.outcome, found.severity, found.health) == (outcome, severity, health)
    assert word in found.message


def test_an_open_finding_names_the_next_day_that_comes_back():
    def days(word):
        found = next(each for each in evaluated(measurement("level", word)).findings if each.rule is LEVEL)
        return [(each.day, each.kind, each.says) for each in found.deadlines]

    ((day, kind, says),) = days("BELOW_STANDARD")
    assert (day, kind) == (date(2026, 12, 20), "review")
    assert says == "Level: Levels are given. It is next on 2026-12-20, in 28 days."
    assert days("TOP_RATED") == []


def test_the_answer_shows_computed_levels():
    found = evaluated(defects(0, 10), measurement("level", "TOP_RATED"), measurement("points", 4))
    made_by = Provenance("0", {}, "", "")
    sent = json.loads(
        encode(found, id=None, observed_at=datetime(2026, 11, 22, tzinfo=UTC), provenance=made_by)
    )
    assert sent["computed_levels"] == [
        {
            "ladder": "seller_level",
            "title": "Seller level",
            "segment": None,
            "name": None,
            "display": "ABOVE_STANDARD to Top Rated",
            "at_best": "TOP_RATED",
            "at_worst": "ABOVE_STANDARD",
            "held_by": [],
            "unreported": ["late"],
            "marketplace_level": "TOP_RATED",
            "agrees": True,
        },
        {
            "ladder": "tier",
            "title": "Tier",
            "segment": None,
            "name": "1",
            "display": "1",
            "at_best": "1",
            "at_worst": "1",
            "held_by": ["points"],
            "unreported": [],
            "marketplace_level": None,
            "agrees": None,
        },
    ]


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        (lambda: sdk.Ladder(id="l", title="L", rungs=(sdk.Rung("A"),), references=SOURCES), "at least two"),
        (
            lambda: sdk.Ladder(id="l", title="L", rungs=(sdk.Rung("A"), sdk.Rung("A")), references=SOURCES),
            "names 'A' twice",
        ),
        (
            lambda: sdk.Ladder(
                id="l",
                title="L",
                rungs=(sdk.Rung("A", needs={"late": (at_most(1),)}), sdk.Rung("B")),
                references={},
            ),
            "'levels' is not among the references",
        ),
        (
            lambda: sdk.Rung(
                "A", needs={"late": (sdk.limit("2026-01-01", must_be="below", warn="1", source="levels"),)}
            ),
            "must have a fail line",
        ),
        (lambda: sdk.Rung("A", severity="grave"), "severity must be one of"),
        (lambda: sdk.word("A", "error"), "outcome must be a verdict"),
        (lambda: sdk.word("A", "good"), "outcome must be one of"),
        (lambda: sdk.word("A", "pass", health="2"), "health must lie between 0 and 1"),
        (lambda: sdk.word(" ", "pass"), "written must be a non-empty text"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(broken, problem):
    with pytest.raises(sdk.MetadataError, match=problem):
        broken()


def test_a_ladder_asks_for_metrics_that_exist():
    rungs = (sdk.Rung("A", needs={"nothing": (at_most(1),)}), sdk.Rung("B"))
    ladder = sdk.Ladder(id="l", title="L", rungs=rungs, references=SOURCES)
    with pytest.raises(sdk.MetadataError, match="nothing is none of the metrics"):
        sdk.Marketplace(id="acme", title="Acme", metrics=METRICS, scorecard=ACME.scorecard, ladders=(ladder,))
