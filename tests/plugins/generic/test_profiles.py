"""A profile is one file: a copy of another is a new site, and what is wrong in it is said in a sentence."""

from decimal import Decimal
from importlib.resources import files

import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_generic import profiles
from sellervitals_generic.marketplace import GENERIC
from sellervitals_generic.profiles import PROFILES, profiled, read
from sellervitals_generic.rules.cancellation_rate import RULE

ROW = """
[[limits]]
metric = "rating"
since = 2026-01-01
must_be = "at_least"
fail = "4.5"
trust = "reported"
source = "page"
"""
PROFILE = f"""
title = "Harbor"

[sources.page]
title = "Harbor: its rules"
{ROW}"""
TEXTS = {
    each.name: each.read_text("utf-8") for each in files(profiles).iterdir() if each.name.endswith("toml")
}


def test_every_file_is_a_site_of_its_name():
    assert {name.removesuffix(".toml") for name in TEXTS} == {each.site for each in PROFILES}
    assert GENERIC.sites.keys() == {each.site for each in PROFILES}
    assert len(PROFILES) >= 20


def test_a_site_without_figures_is_called_so():
    assert GENERIC.sites["kaufland"] == "Kaufland Global Marketplace"
    assert GENERIC.sites["zalando"] == "Zalando Partner Program: no figure known"


@pytest.mark.parametrize("name", TEXTS)
def test_the_copy_of_a_profile_is_a_new_site(name):
    copy, original = read("harbor", TEXTS[name]), read(name.removesuffix(".toml"), TEXTS[name])
    assert [metric for metric, _ in copy.limits] == [metric for metric, _ in original.limits]
    assert {site for _, limit in copy.limits for site in limit.sites} <= {"harbor"}
    assert [limit.fail for _, limit in copy.limits] == [limit.fail for _, limit in original.limits]
    assert {limit.source for _, limit in copy.limits} <= copy.sources.keys()


def test_a_number_is_a_number_and_a_percentage_a_rate():
    ((_, limit),) = read("harbor", PROFILE).limits
    assert (limit.fail, limit.announced, limit.note) == (Decimal("4.5"), limit.since, "")
    rate = PROFILE.replace('"rating"', '"refund_rate"').replace('"4.5"', '"4.5 %"')
    ((_, limit),) = read("harbor", rate).limits
    assert limit.fail == percent("4.5")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('title = "Harbor"', "title =", "profile harbor: file is no TOML"),
        ('title = "Harbor"\n', "", "profile harbor: title is missing"),
        ('title = "Harbor"', 'title = "Harbor"\nfoo = 1', "profile harbor: foo is no field"),
        ('metric = "rating"\n', "", "profile harbor: limits[0]: metric is missing"),
        ('"rating"', '"ratings"', "profile harbor: limits[0]: metric names 'ratings'"),
        ("since = 2026-01-01\n", "", "profile harbor: limits[0]: since is missing"),
        ("2026-01-01", '"soon"', "profile harbor: limits[0]: since must be a date"),
        ('trust = "reported"\n', "", "profile harbor: limits[0]: trust is missing"),
        ('"reported"', '"sure"', "profile harbor: limits[0]: trust must be one of"),
        ('source = "page"', 'source = "book"', "profile harbor: limits[0]: source names 'book'"),
        ('"4.5"', '"a lot"', "profile harbor: limits[0]: text must be a rate or a number"),
        ('"at_least"', '"least"', "profile harbor: limits[0]: must_be must be one of"),
        ('"at_least"', '"at_least"\nfoo = 1', "profile harbor: limits[0]: foo is no field"),
    ],
)
def test_what_is_wrong_in_a_profile_is_named(old, new, says):
    assert PROFILE.count(old) == 1
    with pytest.raises(sdk.MetadataError) as caught:
        read("harbor", PROFILE.replace(old, new))
    assert str(caught.value).startswith(says)


def test_what_breaking_a_limit_costs_stands_once_for_a_metric(monkeypatch):
    twice = tuple(each for each in PROFILES if each.ladders) * 2
    monkeypatch.setattr(profiles, "PROFILES", twice)
    with pytest.raises(sdk.MetadataError, match="breaking stands more than once"):
        profiled("cancellation_rate")


def test_kaufland_charges_five_percent_from_one_and_ten_from_three():
    def fails(value, says):
        return case(
            "2026-11-22", value=percent(value), site="kaufland", expect="fail", severity="medium", says=says
        )

    five, ten = (f"Kaufland charges {each} % of the value that was cancelled" for each in (5, 10))
    kaufland = [limit for limit in RULE.limits if limit.sites == ("kaufland",)]
    assert len(kaufland) == 1
    cases = [
        case("2026-11-22", value=percent("0.9999"), site="kaufland", expect="pass"),
        fails("1", five),
        fails("2.9999", five),
        fails("3", ten),
        fails("30", ten),
    ]
    for other in ("newegg", "noon"):  # nothing is known of what breaking theirs costs
        more = case("2026-11-22", value=percent("5"), site=other, expect="fail", severity="high")
        cases.append(more)
    cases += [
        case("2026-11-22", value=percent("5"), site=site, expect="warn", severity="high")
        for site in ("target_plus", "coupang", "flipkart")
    ]
    RuleTester(RULE, marketplace=GENERIC).run([*cases, case("2026-11-22", expect="not_applicable")])
