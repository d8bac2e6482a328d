"""Several stores in one report: nothing is judged as another store's."""

import pytest

from sellervitals_amazon.documents.performance_report import read

US, CA, MX = "ATVPDKIKX0DER", "A2EUQ1WTGCTBG2", "A1AM78C64UM0Y8"


def _report(metrics, statuses):
    """One violation count per store, the number of its place; None is a store without an id."""
    return {
        "performanceMetrics": [
            {"otherPolicyViolations": {"defectsCount": place}}
            | ({"marketplaceId": ident} if ident is not None else {})
            for place, ident in enumerate(metrics, 1)
        ],
        "accountStatuses": [
            {"status": "NORMAL"} | ({"marketplaceId": ident} if ident is not None else {})
            for ident in statuses
        ],
    }


def _found(reading):
    return [(each.site, each.metric.partition("_")[0]) for each in reading.measurements]


def test_statuses_and_metrics_are_joined_by_id_not_by_place():
    reading = read(_report([CA, US], [US, CA, MX]))
    assert reading.sites == ("CA", "US", "MX")
    assert _found(reading) == [
        ("CA", "account"),
        ("CA", "other"),
        ("US", "account"),
        ("US", "other"),
        ("MX", "account"),
    ]
    assert [each.value for each in reading.measurements if each.metric == "other_policy_violations"] == [1, 2]


@pytest.mark.parametrize(
    ("metrics", "statuses", "sites", "notices"),
    [
        ([None], [US], ("US",), 0),
        ([US], [None], ("US",), 0),
        ([None], [], (None,), 1),
        ([], [None], (None,), 1),
        ([None], [None], (None,), 2),
        ([None], [US, CA], (None, "US", "CA"), 1),
        ([None], [US, None], (None, "US"), 2),
        ([US, None], [US], ("US",), 1),
        ([None, None], [US], ("US",), 2),
        ([US], [US, None], ("US",), 1),
    ],
)
def test_a_part_without_an_id_belongs_to_the_only_store_or_to_none(metrics, statuses, sites, notices):
    reading = read(_report(metrics, statuses))
    assert reading.sites == sites
    assert [notice.code for notice in reading.notices] == ["store_unnamed"] * notices
    assert {each.site for each in reading.measurements} == set(sites)


def test_an_unknown_id_stays_a_store_of_its_own():
    reading = read(_report(["A000UNKNOWN", US], ["A000UNKNOWN"]))
    assert reading.sites == ("A000UNKNOWN", "US")
    assert _found(reading) == [("A000UNKNOWN", "account"), ("A000UNKNOWN", "other"), ("US", "other")]
    assert {notice.code for notice in reading.notices} == {"unknown_marketplace"}


def test_our_own_site_ids_are_understood():
    reading = read(_report(["DE"], ["A1PA6795UKMFR9"]))
    assert (reading.sites, reading.notices) == (("DE",), ())


@pytest.mark.parametrize("ident", [7, [], {}, True, "x" * 500])
def test_an_id_that_is_no_word_names_no_store(ident):
    reading = read(_report([ident, US], []))
    assert reading.sites == ("US",)
    assert [notice.code for notice in reading.notices] == ["store_unnamed", "unreadable_value"]


def test_a_store_listed_twice_keeps_its_first_figures_and_says_so():
    reading = read(_report([US, US], []))
    assert [each.value for each in reading.measurements] == [1]
    assert [notice.code for notice in reading.notices] == ["repeated"]


@pytest.mark.parametrize("words", [("NORMAL", "DEACTIVATED"), ("DEACTIVATED", "NORMAL")])
def test_of_two_statuses_of_one_store_the_bad_one_counts_whichever_came_first(words):
    statuses = [{"marketplaceId": US, "status": word} for word in words]
    reading = read({"accountStatuses": statuses, "performanceMetrics": []})
    assert [each.value for each in reading.measurements] == ["DEACTIVATED"]
    assert [notice.code for notice in reading.notices] == ["repeated"]
