"""A rule that projects is asked like one that judges: what goes wrong stays its own, and is said."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.asking import MOST_PROJECTIONS, ask_projection
from sellervitals.domain.marketplace import Notice

DAY = date(2026, 11, 22)
GOOD = sdk.Projection("as_it_is", DAY, Decimal(5), "If nothing changes.")
METRIC = sdk.Metric(id="points", title="Points", unit="points", better="lower")


def rule(project, metric="points", evaluate=None):
    return sdk.Rule(
        id="wish.points",
        title="Points",
        why="Sales stop.",
        severity="high",
        metric=metric,
        steps=(sdk.step("look", "low", "operations")("Look."),),
        references={"a": sdk.Reference("Rules")},
        since="1.0",
        project=project,
        evaluate=evaluate,
    )


def asked(project):
    it = rule(project)
    case = sdk.Case(it, METRIC, sdk.Measurement("points", value=Decimal(5)), Decimal(5), None, DAY, None)
    return ask_projection(it, case, sdk.Horizon(DAY, 90, {}))


def test_what_a_rule_projects_is_passed_on():
    assert asked(lambda _case, horizon: (GOOD._replace(day=horizon.end),)) == (
        GOOD._replace(day=date(2027, 2, 20)),
    )
    assert asked(None) == ()
    assert sdk.Horizon(date.max, 90, {}).end == date.max


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [GOOD],
        (GOOD,) * (MOST_PROJECTIONS + 1),
        ("text",),
        (GOOD._replace(day=datetime(2026, 11, 22)),),  # noqa: DTZ001 - a moment, which is no date
        (GOOD._replace(value=5.0),),
        (GOOD._replace(value=Decimal("NaN")),),
        (GOOD._replace(value=sdk.percent("5")),),
        (GOOD._replace(says="\x00"),),
        (GOOD._replace(name=None),),
        (GOOD._replace(basis="inference"),),
    ],
)
def test_m11_what_is_no_projection_is_a_warning(answer):
    found = asked(lambda _case, _horizon: answer)
    assert isinstance(found, Notice)
    assert found.code == "projection_failed"


@pytest.mark.parametrize("problem", [RuntimeError("secret"), SystemExit(3), KeyError("x")])
def test_m01_a_projection_that_raises_is_a_warning_without_its_words(problem):
    def breaks(_case, _horizon):
        raise problem

    found = asked(breaks)
    assert found == Notice(
        "projection_failed", f"Points: what it may become is unknown ({type(problem).__name__})."
    )


def test_only_a_rule_on_a_metric_can_project():
    with pytest.raises(sdk.MetadataError, match="project is given, and no metric"):
        rule(lambda _case, _horizon: (), metric=None, evaluate=sdk.compare)
    with pytest.raises(sdk.MetadataError, match="project"):
        rule("text")
