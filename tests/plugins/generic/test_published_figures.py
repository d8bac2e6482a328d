"""Every limit, figure and severity of the profiles against the published ones, written down once more."""

import tomllib
from decimal import Decimal
from pathlib import Path

from sellervitals.domain.rate import Rate
from sellervitals_generic.own_figures import FAMILIES
from sellervitals_generic.profiles import PROFILES
from sellervitals_generic.rules import ALL

RULES = {rule.id.removeprefix("generic."): rule for rule in ALL}
PUBLISHED = tomllib.loads((Path(__file__).parent / "figures/profiles.toml").read_text("utf-8"))
ASSUMED = {"2015-01-01", "2017-01-01", "2020-01-01", "2024-09-01"}


def written(bound):
    if isinstance(bound, Rate):
        return f"{Decimal(bound.numerator) * 100 / bound.denominator} %"
    return "-" if bound is None else str(bound)


def test_every_limit_is_the_published_one():
    held = [
        "|".join(
            (
                *limit.sites,
                name,
                str(limit.since),
                str(limit.until or "-"),
                limit.must_be,
                written(limit.fail),
                written(limit.warn),
                limit.trust,
            )
        )
        for name, rule in RULES.items()
        for limit in rule.limits
    ]
    assert sorted(held) == sorted(PUBLISHED["limits"].strip().splitlines())


def test_every_figure_is_the_published_one():
    held = [
        f"{'|'.join(each.sites)}|{name}|{each.name} = {each.value}"
        for name, rule in RULES.items()
        for each in rule.figures
    ]
    assert sorted(held) == sorted(PUBLISHED["figures"].strip().splitlines())
    assert {each.trust for rule in ALL for each in rule.figures} == {"suggested"}


def test_only_what_marketplaces_say_themselves_or_several_report_can_fail():
    can_fail = {site for rule in ALL for limit in rule.limits if limit.trust.can_fail for site in limit.sites}
    assert can_fail == set(PUBLISHED["can_fail"])


def test_profiles_without_a_limit_say_so():
    without = {each.site: each for each in PROFILES if not each.limits}
    assert without.keys() == set(PUBLISHED["without_limits"])
    for each in without.values():
        assert each.note.startswith(("No figure is known", "No line is known", "No rate is known"))


def test_what_has_no_published_first_day_says_so_and_everything_is_announced():
    for rule in ALL:
        for limit in rule.limits:
            assert limit.announced == limit.since
            assert "not published" in limit.note, (rule.id, limit.sites)
            assert str(limit.since) in ASSUMED | {"2016-09-06"}


def test_every_severity_is_the_proposed_one():
    proposed = {name: severity for severity, names in PUBLISHED["severities"].items() for name in names}
    assert {name: rule.severity for name, rule in RULES.items()} == {
        name: proposed.get(name, "medium") for name in RULES
    }


def test_every_source_is_one_of_the_profiles_and_every_limit_cites_its_own():
    for rule in ALL:
        for limit in rule.limits:
            assert limit.source.startswith(f"{limit.sites[0]}-")
            assert limit.source in rule.references
    assert len(FAMILIES) == len([rule for rule in ALL if rule.id.startswith("generic.own-")])
