"""All accounts of a tenant by their latest evaluations: who counts, in what order, and what is counted."""

import random
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from sqlalchemy import event, text

from sellervitals.exposure import CLEAR, UNSURE, Exposure, Stake
from sellervitals.store import PortfolioFilters, Store, Tally, UnstorableError, account_id, rank_of

DAY = date(2026, 11, 22)


@pytest.fixture
def say(make):
    """Build a record of a seller with an exposure."""

    def build(seller, *, worst=None, points="0", errors=0, money=(), tags=None, **fields):
        exposed = Exposure(worst, int(worst is not None), 0, errors, -Decimal(points), money)
        made = make(measurements=0, result=b"{}", seller_id=seller, **fields)
        return made._replace(exposure=exposed, tags=tags)

    return build


def walked(store, tenant="t", *, limit=3, filters=None):
    """Everything, page by page."""
    more = {} if filters is None else {"filters": filters}
    seen, after = [], None
    while page := store.portfolio.page(tenant, after=after, limit=limit, **more):
        seen += page
        after = rank_of(page[-1])
    return seen


def sellers(found):
    return [each.seller_id for each in found]


def test_an_account_stands_where_its_latest_evaluation_of_each_site_puts_it(store, say):
    money = (Stake("EUR", Decimal("1234567.50"), 2), Stake("JPY", Decimal(3), 1))
    older = say("A1", worst=0, points="60", as_of=DAY - timedelta(days=1))
    latest = say("A1", worst=2, points="12.25", errors=1, money=money, as_of=DAY, tags=("b", "a"))
    there = say("A1", site=None, band="healthy", score=Decimal(100), coverage=Decimal(1), level=None)
    for each in (latest, older, there):  # an older day that comes later changes nothing
        store.save("t", [each._replace(name="Lamps")])
    found = store.portfolio.page("t", limit=9)
    assert [each.site for each in found] == ["US", None]
    (first, second) = found
    it = latest.summary
    assert (first.account_id, first.name, first.tags) == (
        account_id("t", "amazon", "A1"),
        "Lamps",
        ("a", "b"),
    )
    assert (first.evaluation_id, first.as_of) == (it.id, it.as_of)
    assert (first.score, first.band, first.coverage, first.level) == (
        it.score,
        it.band,
        it.coverage,
        it.level,
    )
    assert (first.gravity, first.exposure) == (2, latest.exposure)
    assert (second.score, second.coverage, second.level, second.gravity) == (100, 1, None, CLEAR)
    newer = say(
        "A1", worst=None, as_of=DAY + timedelta(days=1), score=None, band="unknown", coverage=Decimal(0)
    )
    store.save("t", [newer])
    (_, last) = sorted(store.portfolio.page("t", limit=9), key=lambda each: each.as_of)
    assert (last.score, last.gravity, last.exposure) == (None, UNSURE, newer.exposure)


def test_severity_then_points_then_what_is_unknown_and_it_never_stands_with_the_healthy(store, say):
    order = [
        say("critical", worst=0, points="0.01"),
        say("high, much", worst=1, points="30"),
        say("high, less", worst=1, points="29.99"),
        say("high, less, more of it known", worst=1, points="29.99", coverage=Decimal("0.9124")),
        say("medium", worst=2, band="healthy"),
        say("low", worst=3, band="healthy"),
        say("unknown, warned", band="unknown", points="2", coverage=Decimal("0.4")),
        say("unknown, nothing judged", band="unknown", score=None, coverage=Decimal(0)),
        say("a rule broke", band="healthy", errors=1),
        say("warned", band="healthy", points="5"),
        say("healthy, little known", band="healthy", coverage=Decimal("0.5")),
        say("healthy", band="healthy", coverage=Decimal(1)),
    ]
    shuffled = random.Random(7).sample(order, len(order))
    store.save("t", shuffled)
    assert sellers(walked(store, limit=1)) == [each.summary.seller_id for each in order]


def test_a06_a_walk_meets_everything_once_and_ties_do_not_move(store, say):
    sites = [f"S{number}.{number}" for number in range(3)]
    store.save(
        "t", [say(f"A{number}", site=site, worst=1) for number in range(40) for site in (*sites, None)]
    )
    everything = store.portfolio.page("t", limit=999)
    assert len({(each.account_id, each.site) for each in everything}) == 160
    assert everything == sorted(everything, key=lambda each: (each.account_id, each.site or ""))
    for limit in (1, 7, 100):
        assert walked(store, limit=limit) == everything
    store.save("t", [say(f"new{number}", worst=0) for number in range(9)])
    after = rank_of(everything[79])
    assert store.portfolio.page("t", after=after, limit=999) == everything[80:]


def test_everything_is_narrowed_alike(store, say):
    choices = list(product(("amazon", "ebay"), ("healthy", "watch"), ("x", "y")))
    store.save(
        "t",
        [
            say(f"{band}-{tag}", marketplace=place, band=band, tags=(tag, "all"))
            for place, band, tag in choices
        ],
    )
    for filters, count in (
        (PortfolioFilters(), 8),
        (PortfolioFilters("ebay"), 4),
        (PortfolioFilters(band="watch"), 4),
        (PortfolioFilters(tag="x"), 4),
        (PortfolioFilters("ebay", "watch", "all"), 2),
        (PortfolioFilters("ebay", "watch", "y"), 1),
        (PortfolioFilters("nowhere"), 0),
        (PortfolioFilters(tag="z"), 0),
    ):
        assert len(walked(store, filters=filters)) == count
        rolled = store.portfolio.marketplaces("t", filters=filters)
        assert sum(each.sites for each in rolled) == sum(each.accounts for each in rolled) == count
        assert sum(one.sites for each in rolled for one in each.tallies) == count


def test_a_marketplace_is_the_worst_of_what_it_holds(store, say):
    store.save(
        "t",
        [
            say("A1", worst=0, score=Decimal("40.5"), band="critical", as_of=DAY),
            say("A1", site="DE", score=Decimal("40.5"), band="unknown", coverage=Decimal("0.4999")),
            say("A2", band="healthy", score=Decimal(100), coverage=Decimal("0.5"), as_of=DAY - timedelta(9)),
            say("A3", band="unknown", score=None, coverage=Decimal(0)),
            say("E1", marketplace="ebay", band="unknown", score=None),
        ],
    )
    amazon, ebay = store.portfolio.marketplaces("t")
    assert (amazon.marketplace, amazon.accounts, amazon.sites) == ("amazon", 3, 4)
    assert (amazon.first, amazon.last) == (DAY - timedelta(9), DAY)
    assert (amazon.coverage, amazon.thin) == (0, 2)
    assert amazon.tallies == (
        Tally("amazon", "critical", 0, 1),
        Tally("amazon", "healthy", CLEAR, 1),
        Tally("amazon", "unknown", UNSURE, 2),
    )
    assert (amazon.lowest.score, amazon.lowest.seller_id, amazon.lowest.site) == (Decimal("40.5"), "A1", "US")
    assert ebay.lowest is None


def test_s31_one_tenant_sees_nothing_of_another_in_a_portfolio(store, say):
    store.save("mine", [say("A1", worst=1, tags=("x",))])
    store.save("theirs", [say("A1", worst=0, tags=("y",))._replace(name="theirs"), say("A2")])
    (found,) = walked(store, "mine")
    assert (found.gravity, found.name, found.tags) == (1, None, ("x",))
    (rolled,) = store.portfolio.marketplaces("mine")
    assert (rolled.accounts, rolled.lowest.account_id) == (1, found.account_id)
    assert walked(store, "mine", filters=PortfolioFilters(tag="y")) == []
    assert walked(store, "nobody") == store.portfolio.marketplaces("nobody") == []


def test_what_would_have_to_be_rounded_is_not_stored(store, say):
    for broken in ({"score": Decimal("1.005")}, {"coverage": Decimal("0.00001")}, {"points": "0.001"}):
        with pytest.raises(UnstorableError, match="decimal places"):
            store.save("t", [say("A1", **broken)])
    assert walked(store) == []


@pytest.mark.parametrize("on", [False, True], ids=["first", "on"])
def test_a_page_of_the_ranking_walks_its_index(store, say, on):
    store.save("t", [say(f"A{number}", worst=number % 4, points=str(number)) for number in range(100)])
    asked = []
    after = rank_of(store.portfolio.page("t", limit=1)[0]) if on else None
    event.listen(store._reads, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
    assert store.portfolio.page("t", after=after, limit=5)
    statement, values = next(each for each in asked if each[0].startswith("SELECT"))
    sqlite = store._reads.dialect.name == "sqlite"
    with store._writes.begin() as connection:
        if not sqlite:
            connection.execute(text("ANALYZE account_sites"))
            connection.execute(text("SET LOCAL enable_seqscan = off"))  # a hundred rows are read at once
        explain = "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN"
        plan = "\n".join(map(str, connection.exec_driver_sql(f"{explain} {statement}", values)))
    assert "account_sites_by_gravity" in plan, plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan, plan


@pytest.mark.parametrize("late", [{"marketplace": "ebay"}, {"site": "DE"}])
def test_what_is_saved_while_it_is_counted_is_in_all_numbers_or_in_none(store, database_url, say, late):
    store.save("t", [say("A1")])
    other = Store.open(database_url)
    coming = [say("A1", **late)]

    @event.listens_for(store.portfolio._reads, "after_cursor_execute")
    def _save(_connection, _cursor, statement, *_):
        if coming and statement.startswith("SELECT"):
            other.save("t", [coming.pop()])

    counted = [store.portfolio.marketplaces("t") for _ in range(2)]
    other.close()
    assert [sum(each.sites for each in found) for found in counted] == [1, 2]
    for each in (*counted[0], *counted[1]):
        assert sum(tally.sites for tally in each.tallies) == each.sites
