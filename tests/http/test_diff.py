"""What changed between two evaluations, named by id or by day."""

import sys
from textwrap import dedent

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.store import account_id

OWN = account_id("default", "wish", "W1")
SHOP = """
    from sellervitals import plugin as sdk

    BY = {"a": sdk.Reference("Shop: rules", "https://shop.example/rules")}


    def rule(ident, metric, aliases=()):
        return sdk.Rule(
            id=ident, title=metric, why="Sales stop.", severity="critical", metric=metric, aliases=aliases,
            references=BY, since="1.0", steps=(sdk.step("look", "low", "operations")("Look."),),
            limits=(sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("4"), source="a"),),
        )


    @sdk.hookimpl
    def sellervitals_marketplace():
        names = ("late_rate", "lost_rate", "sold_rate")
        return sdk.Marketplace(
            id="wish", title="Wish", sites={"N": "North", "S": "South"},
            metrics=tuple(sdk.Metric(id=each, title=each, unit="ratio", better="lower") for each in names),
            scorecard=sdk.Scorecard(version="wish-1", weights={"wish.lost": 1}),
        )


    @sdk.hookimpl
    def sellervitals_rules():
        late = rule(RULE, "late_rate", ALIASES)
        return [late, rule("wish.lost", "lost_rate"), rule("wish.sold", "sold_rate")]
"""


def source(rule="wish.late", aliases=()):
    return SHOP.replace("RULE,", f"{rule!r},").replace("ALIASES", repr(aliases))


@pytest.fixture
def shop(install, database_url):
    """Give what opens the shop's app; with another source the plugin has been upgraded."""
    root = install("wish", source())
    opened = []

    def open_with(text=None):
        if text is not None:
            (root / "sellervitals_wish.py").write_text(dedent(text))
            sys.modules.pop("sellervitals_wish", None)
        opened.append(create_app(Settings(database_url=database_url, log_level="ERROR")))
        return opened[-1].test_client()

    yield open_with
    for each in opened:
        each.extensions["sellervitals"].store.close()


def post(client, day, site="N", seller="W1", **rates):
    metrics = {f"{name}_rate": {"value": value, "unit": "percent"} for name, value in rates.items()}
    account = {"marketplace": "wish", "site": site, "seller_id": seller}
    response = client.post("/v1/evaluations", json={"account": account, "as_of": day, "metrics": metrics})
    assert response.status_code == 201, response.json
    return response.json["id"]


def diff(client, before, after, more=""):
    return client.get(f"/v1/accounts/{OWN}/diff?from={before}&to={after}{more}")


def lists(answer):
    """The rules in each list that is not empty."""
    return {
        name: [each["rule"] for each in several]
        for name, several in answer.json.items()
        if isinstance(several, list) and several
    }


def test_findings_are_new_worse_better_fixed_or_unchanged(shop):
    client = shop()
    first = post(client, "2026-01-01", late="5", lost="5", sold="1")
    second = post(client, "2026-01-02", late="6", lost="1", sold="7")
    there = diff(client, first, second)
    assert lists(there) == {"worse": ["wish.late"], "fixed": ["wish.lost"], "new": ["wish.sold"]}
    (worse,) = there.json["worse"]
    assert (worse["before"]["value"], worse["after"]["value"]) == ("0.05", "0.06")
    assert (worse["before"]["margin"], worse["after"]["margin"]) == ("-0.01", "-0.02")
    assert (there.json["from"]["id"], there.json["to"]["id"]) == (first, second)
    back = diff(client, second, first)
    assert lists(back) == {"better": ["wish.late"], "new": ["wish.lost"], "fixed": ["wish.sold"]}
    same = diff(client, first, first)
    assert lists(same) == {"unchanged": ["wish.late", "wish.lost", "wish.sold"]}


def test_u11_what_is_not_reported_any_more_is_not_fixed(shop):
    client = shop()
    post(client, "2026-01-01", late="5", lost="1")
    post(client, "2026-01-02", sold="1")
    answer = diff(client, "2026-01-01", "2026-01-02")
    assert lists(answer) == {"unjudged": ["wish.late", "wish.lost"], "judged": ["wish.sold"]}


def test_a_day_names_the_latest_evaluation_about_it_or_an_earlier_day(shop):
    client = shop()
    ids = {day: post(client, day, late="5") for day in ("2026-01-10", "2026-01-20", "2025-06-01")}
    again = post(client, "2026-01-20", late="6")
    for day, ident in (
        ("2026-01-19", ids["2026-01-10"]),
        ("2026-01-10", ids["2026-01-10"]),
        ("2026-01-20", again),
        ("2030-01-01", again),
        ("2026-01-09", ids["2025-06-01"]),
    ):
        assert diff(client, ids["2026-01-10"], day).json["to"]["id"] == ident
    for before, after, pointers in (
        ("2025-05-31", "2026-01-10", ["from"]),
        ("0001-01-01", "2025-05-31", ["from", "to"]),
    ):
        problem = diff(client, before, after)
        assert problem.status_code == 400
        assert [each["pointer"] for each in problem.json["errors"]] == pointers


def test_only_evaluations_of_one_site_are_compared(shop):
    client = shop()
    north, south = post(client, "2026-01-01", late="5"), post(client, "2026-01-01", "S", late="5")
    post(client, "2026-01-02", "S", late="6")
    for query, detail in (
        (("2026-01-01", "2026-01-02"), "is needed; this account has N, S."),
        ((north, south), "cannot compare N, S."),
        ((north, "2026-01-02", "&site=S"), "cannot compare N, S."),
    ):
        problem = diff(client, *query)
        assert problem.status_code == 400
        assert problem.json["errors"] == [{"pointer": "site", "code": "invalid-parameter", "detail": detail}]
    assert lists(diff(client, south, "2026-01-02"))["worse"] == ["wish.late"]
    assert lists(diff(client, "2026-01-01", "2026-01-02", "&site=S"))["worse"] == ["wish.late"]
    assert diff(client, north, "2026-01-02").json["to"]["id"] == north
    assert diff(client, "2026-01-01", "2026-01-02", "&site=X").status_code == 400


def test_a_renamed_rule_keeps_its_identity(shop):
    before = post(shop(), "2026-01-01", late="5")
    client = shop(source("wish.late-parcels", ("wish.late",)))
    after = post(client, "2026-01-02", late="6")
    answer = diff(client, before, after)
    (worse,) = answer.json["worse"]
    assert worse["rule"] == "wish.late-parcels"
    (stored,) = [
        each
        for each in client.get(f"/v1/evaluations/{after}").json["findings"]
        if each["rule"] == "wish.late-parcels"
    ]
    assert worse["fingerprint"] == stored["fingerprint"]
    assert not answer.json["new"]
    assert answer.json["from"]["policy_revision"] != answer.json["to"]["policy_revision"]


def test_an_earlier_id_that_another_rule_has_is_refused_at_start(shop):
    for aliases, owner in ((("wish.lost",), "wish.lost"), (("wish.old", "wish.late"), "wish.late")):
        with pytest.raises(Exception, match=rf"aliases names '\S+', which is the id of {owner}\."):
            shop(source("wish.late", aliases))


def test_a08_a_diff_has_an_etag(shop):
    client = shop()
    first, second = post(client, "2026-01-01", late="5"), post(client, "2026-01-02", late="6")
    answer = diff(client, first, second)
    path = f"/v1/accounts/{OWN}/diff?from={first}&to={second}"
    again = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
