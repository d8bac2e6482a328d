"""The result object with everything a finding can hold: valid, exact, and nobody else's."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
import yaml
from referencing import Registry as Schemas
from referencing import Resource
from referencing.jsonschema import DRAFT202012

from sellervitals import plugin as sdk
from sellervitals.encoding import Provenance, encode
from sellervitals.engine import Engine
from sellervitals.plugins import Registry

SPEC = yaml.safe_load((Path(__file__).parents[1] / "openapi.yaml").read_text())
SCHEMAS = Schemas().with_resource("urn:spec", Resource(SPEC, DRAFT202012))
VALIDATOR = jsonschema.Draft202012Validator(
    {"$ref": "urn:spec#/components/schemas/Evaluation"},
    registry=SCHEMAS,
    format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
)
NOW = datetime(2026, 11, 22, tzinfo=UTC)
DAY = date(2026, 11, 22)
STEPS = tuple(
    sdk.Step(id=name, text=f"Do {name}.", effort="low", owner="operations")
    for name in ("sell", "fix", "clear")
)
METRIC = sdk.Metric(
    id="stuck", title="Stuck", unit="cubic_feet", better="lower", parts=("stranded", "aged", "other")
)
STATE = sdk.Metric(id="mood", title="Mood", unit="state", better="lower")
FIELDS = {
    "why": "It costs.",
    "severity": "medium",
    "steps": STEPS,
    "references": {"s": sdk.Reference("Policy", "https://acme.example/stock")},
    "since": "1",
}
STUCK = sdk.Rule(
    id="acme.stuck",
    title="Stuck stock",
    metric="stuck",
    causes={
        name: (sdk.Step(id=f"for-{name}", text=f"See {name}.", effort="low", owner="operations"),)
        for name in ("aged", "stranded")
    },
    limits=(
        sdk.limit("2020-01-01", must_be="at_most", fail="10", source="s"),
        sdk.limit("2027-01-01", must_be="at_most", fail="5.50", source="s"),
    ),
    **FIELDS,
)
EURO = sdk.Money(Decimal("1234.50"), "EUR", "estimated-cost of the report")
ITEM = sdk.Item(
    "A-1",
    listing="B00",
    situation="excess",
    units=12,
    value=Decimal("7.50"),
    unit="cubic feet",
    money=EURO,
    recommended="CreateSale",
    advice=("Lower the price.",),
    deadline=DAY,
    pointer="/row/2",
)
BREAKDOWN = sdk.Breakdown(
    (ITEM, sdk.Item("A-2")), 7, EURO, (sdk.Deadline(date(2026, 12, 15), sdk.DeadlineKind.CHARGE, "Charged."),)
)
GIVEN = sdk.Measurement(
    "stuck",
    value=Decimal("26.50"),
    parts={"stranded": 3, "aged": 9, "other": 50},
    breakdown=BREAKDOWN,
    rebuilt_from="the stock report",
)


def engine(*rules):
    acme = sdk.Marketplace(
        id="acme",
        title="Acme",
        metrics=(METRIC, STATE),
        scorecard=sdk.Scorecard(version="1", weights={each.id: 1 for each in rules}),
        sites={"N": "North", "S": "South"},
    )
    return Engine(Registry(marketplaces={"acme": acme}, rules={each.id: each for each in rules}))


def result(judge, *measurements, site="N", day=DAY, **more):
    snapshot = sdk.Snapshot("acme", site, None, measurements, day, dated=True, **more)
    made_by = Provenance("0", {}, "sha256:" + "0" * 64, "sha256:" + "0" * 64)
    body = encode(judge.evaluate(snapshot), id=None, observed_at=NOW, provenance=made_by)
    answer = json.loads(body)
    VALIDATOR.validate(answer)
    return answer


def only(*rules, given=GIVEN, **more):
    (found,) = result(engine(*rules), given, **more)["findings"]
    return found


def test_items_money_and_days_are_written_exactly():
    found = only(STUCK)
    money = {"amount": "1234.50", "currency": "EUR", "source": "estimated-cost of the report"}
    assert found["items"][0] == {
        "id": "A-1",
        "listing": "B00",
        "situation": "excess",
        "units": 12,
        "value": "7.5",
        "unit": "cubic feet",
        "money": money,
        "recommended": "CreateSale",
        "advice": ["Lower the price."],
        "deadline": "2026-11-22",
        "pointer": "/row/2",
    }
    assert {key: value for key, value in found["items"][1].items() if value not in (None, [])} == {
        "id": "A-2"
    }
    assert (found["items_total"], found["money"]) == (7, money)
    assert found["deadlines"] == [{"date": "2026-12-15", "kind": "charge", "text": "Charged."}]
    assert found["rebuilt_from"] == "the stock report"
    assert "rebuilt from the stock report" in found["message"]


def test_cubic_feet_are_written_for_people():
    assert only(STUCK)["display"] == "26.5 cubic feet"
    assert "at most 10 cubic feet" in only(STUCK)["message"]


def test_an_announced_limit_is_written_beside_the_one_in_force():
    found = only(STUCK, given=GIVEN._replace(value=Decimal(6), breakdown=None))
    assert found["outcome"] == "pass"
    assert found["remediation"]  # a warning in time is worth nothing without what to do
    assert found["announced"]["outcome"] == "fail"
    assert (found["announced"]["limit"]["since"], found["announced"]["limit"]["fail"]) == (
        "2027-01-01",
        "5.5",
    )
    assert [each["kind"] for each in found["deadlines"]] == ["limit_change"]


def test_dates_of_cases_count_only_while_something_is_open():
    found = only(STUCK, given=GIVEN._replace(value=Decimal(1)))
    assert (found["outcome"], found["deadlines"], found["remediation"]) == ("pass", [], [])
    assert found["items_total"] == 7


def test_steps_of_the_largest_cause_come_first_and_actions_follow():
    answer = result(engine(STUCK), GIVEN)
    steps = [(each["cause"], each["id"]) for each in answer["findings"][0]["remediation"]]
    own = [(None, "sell"), (None, "fix"), (None, "clear")]
    assert steps == [("aged", "for-aged"), ("stranded", "for-stranded"), *own]
    assert [each["step"] for each in answer["actions"]] == [name for _, name in steps]


@pytest.mark.parametrize(
    ("parts", "causes"),
    [
        ({}, []),
        ({"other": 5}, []),
        ({"aged": 0, "stranded": 1}, ["stranded"]),
        ({"stranded": 2, "aged": 2}, ["aged", "stranded"]),
        ({"aged": 2, "stranded": 2}, ["aged", "stranded"]),
        ({"stranded": 3, "aged": 2}, ["stranded", "aged"]),
    ],
)
def test_causes_are_the_parts_that_are_not_zero_largest_first(parts, causes):
    found = only(STUCK, given=GIVEN._replace(parts=parts))
    assert [each["cause"] for each in found["remediation"] if each["cause"]] == causes


def estimating(outcome, **more):
    def judged(_):
        return sdk.Verdict(
            outcome,
            "As told.",
            deadlines=(sdk.Deadline(DAY, sdk.DeadlineKind.REVIEW, "Looked at again."),),
            estimates=(
                sdk.Estimate(
                    "orders_needed", Decimal("200.0"), "orders", "At this pace.", sdk.Basis.INFERENCE
                ),
                sdk.Estimate("share", sdk.percent("12.5"), "of stock", "Of all there is."),
            ),
            **more,
        )

    return judged


def test_estimates_say_how_they_were_made():
    rule = sdk.Rule(
        id="acme.mood", title="Mood", metric="mood", evaluate=estimating(sdk.Outcome.WARN), **FIELDS
    )
    found = only(rule, given=sdk.Measurement("mood", value="LOW"))
    assert found["estimates"] == [
        {
            "name": "orders_needed",
            "value": "200",
            "unit": "orders",
            "basis": "inference",
            "text": "At this pace.",
        },
        {
            "name": "share",
            "value": "0.125",
            "unit": "of stock",
            "basis": "arithmetic",
            "text": "Of all there is.",
        },
    ]
    assert [each["kind"] for each in found["deadlines"]] == ["review"]


def test_a_finding_on_the_account_that_is_not_judged_keeps_its_days_and_estimates():
    evaluate = estimating(sdk.Outcome.NO_DATA)
    rule = sdk.Rule(id="acme.all", title="All", reads=("mood",), evaluate=evaluate, **FIELDS)
    found = only(rule, given=sdk.Measurement("mood", value="LOW"))
    assert found["outcome"] == "no_data"
    assert (len(found["deadlines"]), len(found["estimates"])) == (1, 2)


@pytest.mark.parametrize(
    "broken",
    [
        {"deadlines": [sdk.Deadline(DAY, sdk.DeadlineKind.REVIEW, "x")]},
        {"deadlines": (DAY,)},
        {"deadlines": (sdk.Deadline(NOW, sdk.DeadlineKind.REVIEW, "x"),)},
        {"deadlines": (sdk.Deadline(DAY, "review", "x"),)},
        {"deadlines": (sdk.Deadline(DAY, sdk.DeadlineKind.REVIEW, None),)},
        {"estimates": ("200",)},
        {"estimates": (sdk.Estimate("a", 200, "orders", "x"),)},
        {"estimates": (sdk.Estimate("a", 0.5, "orders", "x"),)},
        {"estimates": (sdk.Estimate("a", Decimal("NaN"), "orders", "x"),)},
        {"estimates": (sdk.Estimate("a", Decimal(1), "orders", "\x1b[2J"),)},
        {"estimates": (sdk.Estimate("a", Decimal(1), "orders", "x", "guess"),)},
        {"evidence": None},
    ],
)
def test_r12_days_and_estimates_that_cannot_be_sent_make_an_error(broken):
    def judged(_):
        return sdk.Verdict(sdk.Outcome.WARN, "As told.")._replace(**broken)

    rule = sdk.Rule(id="acme.mood", title="Mood", metric="mood", evaluate=judged, **FIELDS)
    assert only(rule, given=sdk.Measurement("mood", value="LOW"))["outcome"] == "error"


def test_history_is_summed_up_by_metric_and_segment():
    def older(day, segment=None, metric="mood"):
        window = None if day is None else sdk.Window(None, date.fromisoformat(day))
        return sdk.Measurement(metric, segment, window=window)

    history = (older("2026-01-01"), older("2026-03-01"), older(None, "a"), older("2026-02-01", "a"))
    assert result(engine(STUCK), GIVEN, history=history)["coverage"]["history"] == [
        {"metric": "mood", "segment": None, "count": 2, "from": "2026-01-01", "to": "2026-03-01"},
        {"metric": "mood", "segment": "a", "count": 2, "from": "2026-02-01", "to": "2026-02-01"},
    ]


def test_a_rule_looks_back_at_its_own_metric_and_at_what_it_reads_alone():
    seen = {}

    def judged(case):
        seen[case.rule.id] = {
            name: [str(each.value) for each in found] for name, found in case.history.items()
        }
        return sdk.Verdict(sdk.Outcome.PASS, "Fine.")

    rules = [
        sdk.Rule(id=f"acme.{name}", title=name, metric=metric, reads=reads, evaluate=judged, **FIELDS)
        for name, metric, reads in (
            ("own", "stuck", ()),
            ("both", "stuck", ("mood",)),
            ("account", None, ("mood",)),
            ("all", None, sdk.ALL_METRICS),
        )
    ]
    history = (sdk.Measurement("stuck", value=Decimal(1)), sdk.Measurement("mood", value="A"))
    history = (*history, sdk.Measurement("stuck", value=Decimal(2)))
    given = (GIVEN, sdk.Measurement("mood", value="LOW"))
    result(engine(*rules), *given, history=history)
    stuck, mood = {"stuck": ["1", "2"]}, {"mood": ["A"]}
    assert seen == {
        "acme.own": stuck,
        "acme.both": stuck | mood,
        "acme.account": mood,
        "acme.all": stuck | mood,
    }
    result(engine(*rules), *given)
    assert set(map(bool, seen.values())) == {False}


def test_a_rule_cannot_change_the_history_that_the_next_one_sees():
    def spoils(case):
        with pytest.raises(TypeError):
            case.history["stuck"][0].parts["aged"] = 0
        return sdk.Verdict(sdk.Outcome.PASS, "Fine.")

    rule = sdk.Rule(id="acme.own", title="Own", metric="stuck", evaluate=spoils, **FIELDS)
    assert only(rule, history=(GIVEN,))["outcome"] == "pass"


def test_what_is_said_of_nothing_is_kept_apart_by_site_and_day():
    north = sdk.limit("2026-01-01", must_be="at_most", fail="10", source="s", sites=("N",))
    rule = sdk.Rule(id="acme.stuck", title="Stuck", metric="stuck", limits=(north,), **FIELDS)
    judge, mood = engine(rule), sdk.Measurement("mood", value="LOW")

    def said(site, day):
        (found,) = result(judge, mood, site=site, day=day)["findings"]
        return found["outcome"], found["message"], found["fingerprint"]

    places = [(site, day) for site in ("N", "S", None) for day in (date(2025, 12, 31), DAY)]
    found = [said(*place) for place in places]
    assert [outcome for outcome, *_ in found] == ["not_applicable", "no_data"] + ["not_applicable"] * 4
    assert len({message for _, message, _ in found}) == len(places)
    assert len({fingerprint for *_, fingerprint in found}) == 3
    assert [said(*place) for place in reversed(places)] == found[::-1]
