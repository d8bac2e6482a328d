"""Every limit, figure and severity of the plugin against the published ones, written down once more."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals.domain.rate import Rate
from sellervitals_mercadolibre.rules import ALL
from sellervitals_mercadolibre.thermometer import GREEN, ORANGE, YELLOW

RULES = {rule.id.removeprefix("mercadolibre."): rule for rule in ALL}
PUBLISHED = tomllib.loads((Path(__file__).parent / "figures" / "reputation.toml").read_text("utf-8"))


def table(name):
    return [line.split("|") for line in PUBLISHED[name].strip().splitlines()]


SINCE = dict(table("scale"))
ROWS = {(site, metric): rest for sites, metric, *rest in table("thermometer") for site in sites.split(" ")}


def percent(bound):
    return None if bound is None else Decimal(bound.numerator) * 100 / bound.denominator


def told(limit):
    (site,) = limit.sites
    assert limit.must_be == "at_most"
    assert limit.announced == limit.since
    return site, f"{limit.since}", limit.segment, percent(limit.fail), percent(limit.warn), f"{limit.trust}"


def test_every_green_bound_is_the_published_one_with_the_target_of_a_mercadolider():
    for metric, limits in GREEN.items():
        own = [told(limit) for limit in limits if limit.segment is None]
        assert sorted(own) == sorted(
            (site, SINCE[site], None, Decimal(green), Decimal(leader), "reported")
            for (site, of), (leader, green, *_) in ROWS.items()
            if of == metric
        )


@pytest.mark.parametrize(("place", "colour"), [(1, GREEN), (2, YELLOW), (3, ORANGE)])
def test_across_borders_the_limits_are_those_of_their_own_page_and_can_only_warn(place, colour):
    named = {
        (site, metric, segment): Decimal(row[place - 1])
        for site, metric, segments, *row in table("cross_border")
        for segment in segments.split(" ")
        if row[place - 1] != "-"
    }
    for metric, limits in colour.items():
        abroad = [limit for limit in limits if limit.segment is not None]
        assert sorted(map(told, abroad), key=str) == sorted(
            (
                (site, SINCE[site], segment, line, None, "suggested")
                for (site, of), row in ROWS.items()
                for segment in ("remote", "fulfillment")
                for line in [named.get((site, metric, segment), Decimal(row[place]))]
                if of == metric
            ),
            key=str,
        )
        for limit in abroad:
            own_page = (limit.sites[0], metric, limit.segment) in named
            assert limit.source == ("cross-border" if own_page else "thermometer")


@pytest.mark.parametrize(("place", "colour"), [(2, YELLOW), (3, ORANGE)])
def test_every_other_colour_is_the_published_one(place, colour):
    for metric, limits in colour.items():
        own = [told(limit) for limit in limits if limit.segment is None]
        assert sorted(own, key=str) == sorted(
            (
                (site, SINCE[site], None, Decimal(row[place]), None, "reported")
                for (site, of), row in ROWS.items()
                if of == metric
            ),
            key=str,
        )


def test_the_rates_are_judged_by_green_and_the_forecasts_only_warn_by_it():
    for metric, limits in GREEN.items():
        name = metric.replace("_", "-")
        assert RULES[name].limits == limits
        assert sorted(
            (limit.sites, str(limit.segment), limit.since, limit.fail, percent(limit.warn), limit.warn_trust)
            for limit in RULES[f"real-{name}"].limits
        ) == sorted(
            (limit.sites, str(limit.segment), limit.since, None, percent(limit.fail), limit.trust)
            for limit in limits
        )


def test_only_the_rates_the_forecasts_and_the_first_sales_have_limits():
    rates = {metric.replace("_", "-") for metric in GREEN}
    assert {name for name, rule in RULES.items() if rule.limits} == {
        *rates,
        *(f"real-{name}" for name in rates),
        "sales-completed",
    }
    (first,) = RULES["sales-completed"].limits
    assert (first.must_be, first.fail, first.warn, first.warn_trust) == ("at_least", None, 10, "suggested")


def test_every_figure_is_the_published_one():
    held = {
        f"{name}|{each.since}|{' '.join(each.sites)}|{each.trust}|{each.source}|{each.name} = {each.value}"
        for name, rule in RULES.items()
        for each in rule.figures
    }
    assert held == set(PUBLISHED["figures"].strip().splitlines())


def test_every_severity_is_the_proposed_one():
    assert {name: rule.severity for name, rule in RULES.items()} == {
        name: severity for severity, names in PUBLISHED["severities"].items() for name in names
    }


def test_no_figure_of_a_weak_source_can_fail():
    for name, rule in RULES.items():
        for limit in rule.limits:
            weak = limit.source in {"cross-border", "mercadolider"} or limit.segment is not None
            assert not (weak and limit.fail is not None and limit.trust.can_fail), name


def test_rates_are_exact():
    assert all(isinstance(limit.fail, Rate) for limits in GREEN.values() for limit in limits)
