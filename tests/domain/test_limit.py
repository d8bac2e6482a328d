"""Dated limits: which one counts on a day, on a site, for a segment; and what cannot be written."""

from datetime import date

import pytest

from sellervitals.domain.fault import MetadataError
from sellervitals.domain.limit import Origin, delivered, differs, limit, limit_on, loosens
from sellervitals.domain.measurement import Comparator, Target
from sellervitals.domain.rate import Rate
from sellervitals.domain.standing import Trust

percent = Rate.percent


def below(since, fail="1", **more):
    return limit(since, must_be="below", fail=percent(fail), source="s", **more)


OLD, NEW = below("2020-01-01", "2"), below("2024-07-01", "1")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-12-31", None),
        ("2020-01-01", OLD),
        ("2024-06-30", OLD),
        ("2024-07-01", NEW),
        ("2030-01-01", NEW),
    ],
)
def test_both_sides_of_each_date(day, expected):
    assert limit_on((NEW, OLD), date.fromisoformat(day), "US", None) is expected


def test_a_named_site_beats_every_site_and_a_named_segment_beats_both():
    every, uk = below("2020-01-01"), below("2019-01-01", sites=("UK",))
    afn = below("2018-01-01", segment="afn")
    table, day = (every, uk, afn), date(2026, 1, 1)
    assert limit_on(table, day, "US", None) is every
    assert limit_on(table, day, "UK", None) is uk
    assert limit_on(table, day, "UK", "afn") is afn
    assert limit_on(table, day, None, "mfn") is every


def test_a_limit_ends_on_its_last_day():
    table = (below("2020-01-01", until="2020-12-31"),)
    assert limit_on(table, date(2020, 12, 31), "US", None) is table[0]
    assert limit_on(table, date(2021, 1, 1), "US", None) is None


def test_a_site_without_a_limit_has_none():
    assert limit_on((below("2020-01-01", sites=("UK", "DE")),), date(2026, 1, 1), "US", None) is None


def test_the_delivered_target_outranks_the_table_and_keeps_a_warn_level_that_still_fits():
    table = below("2020-01-01", "4", warn=percent("3"))
    looser = delivered(Target(Comparator.BELOW, percent("5")), table)
    assert (looser.fail, looser.warn, looser.origin) == (percent("5"), percent("3"), Origin.DOCUMENT)
    stricter = delivered(Target(Comparator.BELOW, percent("2")), table)
    assert (stricter.fail, stricter.warn) == (percent("2"), None)
    alone = delivered(Target(Comparator.AT_LEAST, percent("95")), None)
    assert (alone.must_be, alone.fail, alone.warn) == (Comparator.AT_LEAST, percent("95"), None)


@pytest.mark.parametrize(
    ("asked", "line", "trust", "loose"),
    [
        (Comparator.BELOW, "2", "official", True),
        (Comparator.AT_MOST, "1", "official", True),
        (Comparator.BELOW, "1", "official", False),
        (Comparator.BELOW, "0.5", "official", False),
        (Comparator.BELOW, "2", "suggested", False),
        (Comparator.AT_LEAST, "2", "official", False),
    ],
)
def test_nobody_talks_a_published_limit_away(asked, line, trust, loose):
    table = limit("2020-01-01", must_be="below", fail=percent("1"), source="s", trust=trust)
    target = Target(asked, percent(line))
    assert loosens(delivered(target, table, Origin.CALLER), table) is loose
    assert not loosens(delivered(target, table), table)
    assert not loosens(delivered(target, None, Origin.CALLER), None)


def test_policy_drift_is_a_difference_of_figures_not_of_wording():
    table = limit("2020-01-01", must_be="at_least", fail=percent("95"), source="s")
    assert not differs(Target(Comparator.ABOVE, percent("95")), table)
    assert differs(Target(Comparator.AT_LEAST, percent("94")), table)


def test_only_official_and_reported_limits_can_fail_and_own_ones():
    assert {trust for trust in Trust if trust.can_fail} == {Trust.OFFICIAL, Trust.REPORTED, Trust.OWN}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"since": "2026-02-30"}, "since must be a date"),
        ({"must_be": "under"}, "must_be must be one of below, at_most, at_least, above"),
        ({"source": ""}, "source must be a non-empty text"),
        ({"fail": 0.01}, "fail must be percent"),
        ({"fail": "NaN"}, "fail must be percent"),
        ({"fail": None}, "fail and warn cannot both be missing"),
        ({"warn": percent("2")}, "warn must lie on the good side of fail"),
        ({"warn": "2"}, "warn must be of the same kind as fail"),
        ({"until": "2019-01-01"}, "until must not come before since"),
        ({"trust": "sure"}, "trust must be one of official, reported, disputed, suggested"),
        ({"sites": ()}, "sites must be a tuple of at least one site"),
        ({"sites": "US"}, "sites must be a tuple of at least one site"),
    ],
)
def test_what_cannot_be_written_names_its_field(given, words):
    fields = {"since": "2020-01-01", "must_be": "below", "fail": percent("1"), "source": "s", **given}
    since = fields.pop("since")
    with pytest.raises(MetadataError) as caught:
        limit(since, **fields)
    assert words in str(caught.value)


@pytest.mark.parametrize("trust", ["reported", "suggested"])
def test_a_limit_that_only_warns_is_trusted_as_far_as_its_warn_line(trust):
    told = limit("2026-01-01", must_be="below", warn="5", warn_trust=trust, source="page")
    assert (told.trust, told.warn_trust) == (trust, trust)
