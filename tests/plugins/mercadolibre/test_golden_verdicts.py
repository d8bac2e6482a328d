"""What is made of every stored payload on one day: each rule's outcome beside Mercado Libre's own word."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals.engine import Engine
from sellervitals.intake import take
from sellervitals.plugins import discover

PAYLOADS = Path(__file__).parent / "payloads"
TODAY = date(2026, 11, 22)

CLEAN = {"claims-rate": "pass", "cancellations-rate": "pass", "delayed-handling-rate": "pass"}
UNKNOWN = dict.fromkeys(CLEAN, "no_data")
NO_LINE = dict.fromkeys(CLEAN, "not_applicable")
OPEN_BOOK = {f"real-{name}": "no_data" for name in CLEAN} | {"protection": "no_data"}
WELL = {"reputation-level": "pass", "sales-completed": "pass", "report-consistency": "pass"}
VERDICTS = {
    "users_id.mla-delays.real-masked": WELL | CLEAN | OPEN_BOOK | {"mercadolider": "pass"},
    "users_id.mla-high-volume.real-masked": WELL
    | CLEAN
    | OPEN_BOOK
    | {"claims-rate": "warn", "mercadolider": "warn"},
    "users_id.mla-protected.real-masked": WELL
    | CLEAN
    | {
        "real-claims-rate": "warn",
        "real-cancellations-rate": "pass",
        "real-delayed-handling-rate": "pass",
        "protection": "not_applicable",
        "mercadolider": "pass",
    },
    "users_id.protected.docs-sample": WELL
    | NO_LINE
    | {f"real-{name}": "not_applicable" for name in CLEAN}
    | {"protection": "not_applicable", "mercadolider": "pass"},
    "users_id.mlb-yellow.composed": WELL
    | OPEN_BOOK
    | {
        "reputation-level": "fail medium",
        "claims-rate": "fail medium",
        "cancellations-rate": "warn",
        "delayed-handling-rate": "fail medium",
        "mercadolider": "no_data",
    },
    "users_id.mlm-red-low-volume.composed": WELL
    | OPEN_BOOK
    | dict.fromkeys(("reputation-level", *CLEAN), "fail critical")
    | {"mercadolider": "no_data"},
    "users_id.no-reputation.composed": WELL
    | CLEAN
    | OPEN_BOOK
    | {"reputation-level": "no_data", "sales-completed": "warn", "mercadolider": "no_data"},
    "users_id.public-without-metrics.composed": WELL
    | UNKNOWN
    | OPEN_BOOK
    | {"sales-completed": "no_data", "mercadolider": "pass"},
}


def evaluated(name, **more):
    content = json.loads((PAYLOADS / f"{name}.json").read_text("utf-8"), parse_float=Decimal)
    registry = discover()
    request = {"documents": [{"content": content}], "as_of": TODAY, **more}
    engine = Engine(registry)
    return {each.site: engine.evaluate(each) for each in take(registry, request, today=TODAY)}


def outcomes(found):
    return {
        (
            each.rule.id.partition(".")[2]
            if each.segment is None
            else (each.rule.id.partition(".")[2], each.segment)
        ): (f"{each.outcome} {each.severity}" if each.outcome == "fail" else f"{each.outcome}")
        for each in found.findings
    }


@pytest.mark.parametrize("name", VERDICTS)
def test_every_rule_says_of_a_payload_what_the_published_table_says(name):
    (found,) = evaluated(name).values()
    assert outcomes(found) == VERDICTS[name]


def test_every_user_is_among_them():
    assert VERDICTS.keys() == {path.stem for path in PAYLOADS.glob("users_id*.json")}


def test_b00_nobody_without_a_colour_is_called_healthy():
    (found,) = evaluated("users_id.no-reputation.composed").values()
    assert (found.level, found.score.band) == (None, "unknown")


def test_a_cross_border_seller_is_warned_by_weak_figures_and_failed_by_the_colour_alone():
    by_site = evaluated("global_users_seller_reputation.composed", account={"site": "MLB"})
    brazil = outcomes(by_site["MLB"])
    assert {brazil[name, "remote"] for name in CLEAN} == {"warn"}
    assert brazil["reputation-level", "remote"] == "fail critical"
    mexico = outcomes(by_site["MLM"])
    for segment in ("remote", "fulfillment"):
        assert {mexico[name, segment] for name in (*CLEAN, "reputation-level")} == {"pass"}
    assert mexico["mercadolider", "remote"] == "pass"
    assert outcomes(by_site["MLC"])["reputation-level", "remote"] == "no_data"


def test_a_colour_never_hides_that_a_rate_is_past_its_line():
    """The level is Mercado Libre's, the rates are judged beside it, and neither overwrites the other."""
    (found,) = evaluated("users_id.mlb-yellow.composed").values()
    assert found.level.name == "3_yellow"
    (level,) = [each for each in found.findings if each.rule.id == "mercadolibre.reputation-level"]
    assert level.measurement.verdict == "3_yellow"
