"""The colour that the rates would give, beside the one that Mercado Libre gives."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals.engine import Engine
from sellervitals.intake import take
from sellervitals.plugin import percent
from sellervitals.plugins import discover
from sellervitals.testing import measurement, snapshot

PAYLOADS = Path(__file__).parent / "payloads"
TODAY = date(2026, 11, 22)
CLEAN = {"claims_rate": "0", "cancellations_rate": "0", "delayed_handling_rate": "0"}


@pytest.fixture(scope="module")
def engine():
    return Engine(discover())


def computed(engine, site, rates, *more, segment=None, day="2026-11-22"):
    given = [measurement(metric, percent(value), segment=segment) for metric, value in rates.items()]
    found = engine.evaluate(snapshot("mercadolibre", [*given, *more], day=day, site=site))
    return {(each.ladder.id, each.segment): each for each in found.standings}


def of_payload(engine, name, site=None, as_of=TODAY):
    content = json.loads((PAYLOADS / f"{name}.json").read_text("utf-8"), parse_float=Decimal)
    request = {"documents": [{"content": content}], "as_of": as_of}
    sites = [each for each in take(engine.registry, request, today=TODAY) if site in {None, each.site}]
    return {
        (each.ladder.id, each.segment): (each.best.name, each.worst.name, each.agrees)
        for each in engine.evaluate(sites[0]).standings
    }


@pytest.mark.parametrize(
    ("rates", "colour", "held_by"),
    [
        ({}, "5_green", ()),
        ({"claims_rate": "2", "cancellations_rate": "1.5", "delayed_handling_rate": "10"}, "5_green", ()),
        ({"claims_rate": "2.0001"}, "3_yellow", ("claims_rate",)),
        (
            {"claims_rate": "4.5", "cancellations_rate": "3.5"},
            "3_yellow",
            ("claims_rate", "cancellations_rate"),
        ),
        ({"cancellations_rate": "3.5001"}, "2_orange", ("cancellations_rate",)),
        ({"delayed_handling_rate": "22"}, "2_orange", ("delayed_handling_rate",)),
        ({"delayed_handling_rate": "22.0001"}, "1_red", ("delayed_handling_rate",)),
        ({"claims_rate": "2.1", "delayed_handling_rate": "99"}, "1_red", ("delayed_handling_rate",)),
    ],
)
def test_the_worst_of_the_three_rates_sets_the_colour(engine, rates, colour, held_by):
    (found,) = computed(engine, "MLB", CLEAN | rates).values()
    assert (found.ladder.id, found.best.name, found.worst.name) == ("reputation", colour, colour)
    assert set(found.held_by) == set(held_by)


def test_what_is_not_reported_leaves_a_range(engine):
    (found,) = computed(engine, "MLB", {"claims_rate": "2.5"}).values()
    assert (found.best.name, found.worst.name) == ("3_yellow", "1_red")


@pytest.mark.parametrize(
    ("site", "day"),
    [(None, "2026-11-22"), ("CBT", "2026-11-22"), ("MLB", "2023-03-20"), ("MLA", "2023-04-09")],
)
def test_where_no_table_holds_nothing_is_computed(engine, site, day):
    assert computed(engine, site, CLEAN, day=day) == {}


@pytest.mark.parametrize(
    ("word", "agrees"), [("5_green", True), ("3_yellow", False), ("4_light_green", None), ("?", None)]
)
def test_the_word_of_mercado_libre_is_compared_and_a_lent_colour_is_not(engine, word, agrees):
    (found,) = computed(engine, "MLB", CLEAN, measurement("level", word)).values()
    assert (found.word, found.agrees) == (word, agrees)


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("users_id.mla-high-volume.real-masked", "5_green"),
        ("users_id.mla-delays.real-masked", "5_green"),
        ("users_id.mlb-yellow.composed", "3_yellow"),
        ("users_id.mlm-red-low-volume.composed", "1_red"),
    ],
)
def test_the_table_gives_the_colour_of_every_payload_that_hides_nothing(engine, name, colour):
    assert of_payload(engine, name) == {("reputation", None): (colour, colour, True)}


def test_a_protected_seller_has_the_official_colour_and_the_one_that_comes(engine):
    assert of_payload(engine, "users_id.mla-protected.real-masked") == {
        ("reputation", None): ("5_green", "5_green", True),
        ("reputation_without_protection", None): ("3_yellow", "3_yellow", None),
    }
    assert of_payload(engine, "users_id.mla-protected.real-masked", as_of=date(2021, 4, 15)) == {}


def test_across_borders_each_way_of_shipping_has_its_own(engine):
    name = "global_users_seller_reputation.composed"
    assert of_payload(engine, name, "MLM") == {
        ("cross_border_reputation", "remote"): ("5_green", "5_green", True),
        ("cross_border_reputation", "fulfillment"): ("5_green", "5_green", True),
    }
    assert of_payload(engine, name, "MLB") == {
        ("cross_border_reputation", "remote"): ("2_orange", "2_orange", True)
    }


@pytest.mark.parametrize(
    ("delays", "colour"), [("15", "5_green"), ("20", "3_yellow"), ("30", "2_orange"), ("30.1", "1_red")]
)
def test_late_handling_across_borders_has_the_lines_of_its_own_page(engine, delays, colour):
    (found,) = computed(engine, "MLM", CLEAN | {"delayed_handling_rate": delays}, segment="remote").values()
    assert found.best.name == colour
