"""Golden readings of every stored user, and one test for each trap of the real ones."""

import copy

import pytest

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.documents.user import read, recognises

SR = "/seller_reputation"
GOLDEN = {
    "users_id.protected.docs-sample": (
        None,
        "128885",
        f"""
level|-|5_green|-|-|-|5_green|{SR}/level_id
leader_status|-|platinum|-|-|-|platinum|{SR}/power_seller_status
real_level|-|red|-|-|-|-|{SR}/real_level
protection_end_date|-|2019-12-27|-|-|-|-|{SR}/protection_end_date
claims_rate|-|0|0|-|60 days|-|{SR}/metrics/claims
real_claims_rate|-|0.0912|24|-|60 days|-|{SR}/metrics/claims/excluded
cancellations_rate|-|0|0|-|60 days|-|{SR}/metrics/cancellations
real_cancellations_rate|-|0.0228|6|-|60 days|-|{SR}/metrics/cancellations/excluded
delayed_handling_rate|-|0|0|-|60 days|-|{SR}/metrics/delayed_handling_time
real_delayed_handling_rate|-|0.723|47|-|60 days|-|{SR}/metrics/delayed_handling_time/excluded
sales_completed|-|244|-|-|60 days|-|{SR}/metrics/sales
lifetime_cancel_share|-|-|981|7192|-|-|{SR}/transactions
""",
    ),
    "users_id.mla-high-volume.real-masked": (
        "MLA",
        "900000001",
        f"""
level|-|5_green|-|-|-|5_green|{SR}/level_id
leader_status|-|platinum|-|-|-|platinum|{SR}/power_seller_status
claims_rate|-|0.011|862|-|60 days|-|{SR}/metrics/claims
cancellations_rate|-|0.0031|250|-|60 days|-|{SR}/metrics/cancellations
delayed_handling_rate|-|0.0045|342|-|60 days|-|{SR}/metrics/delayed_handling_time
sales_completed|-|74239|-|-|60 days|-|{SR}/metrics/sales
lifetime_cancel_share|-|-|18076|286701|-|-|{SR}/transactions
""",
    ),
    "users_id.mla-protected.real-masked": (
        "MLA",
        "900000003",
        f"""
level|-|5_green|-|-|-|5_green|{SR}/level_id
leader_status|-|platinum|-|-|-|platinum|{SR}/power_seller_status
real_level|-|green_platinum|-|-|-|-|{SR}/real_level
protection_end_date|-|2021-04-19|-|-|-|-|{SR}/protection_end_date
claims_rate|-|0|0|-|60 days|-|{SR}/metrics/claims
real_claims_rate|-|0.0184|23|-|60 days|-|{SR}/metrics/claims/excluded
cancellations_rate|-|0|0|-|60 days|-|{SR}/metrics/cancellations
real_cancellations_rate|-|0|1|-|60 days|-|{SR}/metrics/cancellations/excluded
delayed_handling_rate|-|0|0|-|60 days|-|{SR}/metrics/delayed_handling_time
real_delayed_handling_rate|-|0|0|-|60 days|-|{SR}/metrics/delayed_handling_time/excluded
sales_completed|-|1179|-|-|60 days|-|{SR}/metrics/sales
lifetime_cancel_share|-|-|516|7895|-|-|{SR}/transactions
""",
    ),
    "users_id.mla-delays.real-masked": (
        "MLA",
        "900000002",
        f"""
level|-|5_green|-|-|-|5_green|{SR}/level_id
leader_status|-|platinum|-|-|-|platinum|{SR}/power_seller_status
claims_rate|-|0.0066|20|-|60 days|-|{SR}/metrics/claims
cancellations_rate|-|0.002|6|-|60 days|-|{SR}/metrics/cancellations
delayed_handling_rate|-|0.0373|104|-|60 days|-|{SR}/metrics/delayed_handling_time
sales_completed|-|2878|-|-|60 days|-|{SR}/metrics/sales
lifetime_cancel_share|-|-|1061|26454|-|-|{SR}/transactions
""",
    ),
    "users_id.mlb-yellow.composed": (
        "MLB",
        "900000004",
        f"""
level|-|3_yellow|-|-|-|3_yellow|{SR}/level_id
claims_rate|-|0.0312|13|-|60 days|-|{SR}/metrics/claims
cancellations_rate|-|0.0121|5|-|60 days|-|{SR}/metrics/cancellations
delayed_handling_rate|-|0.1144|47|-|60 days|-|{SR}/metrics/delayed_handling_time
sales_completed|-|412|-|-|60 days|-|{SR}/metrics/sales
lifetime_cancel_share|-|-|40|1240|-|-|{SR}/transactions
""",
    ),
    "users_id.mlm-red-low-volume.composed": (
        "MLM",
        "900000005",
        f"""
level|-|1_red|-|-|-|1_red|{SR}/level_id
claims_rate|-|0.0938|3|-|365 days|-|{SR}/metrics/claims
cancellations_rate|-|0.0625|2|-|365 days|-|{SR}/metrics/cancellations
delayed_handling_rate|-|0.2903|9|-|365 days|-|{SR}/metrics/delayed_handling_time
sales_completed|-|31|-|-|365 days|-|{SR}/metrics/sales
lifetime_cancel_share|-|-|9|70|-|-|{SR}/transactions
""",
    ),
    "users_id.no-reputation.composed": (
        "MLC",
        "900000006",
        f"""
level|-|-|-|-|-|-|{SR}/level_id
claims_rate|-|0|0|-|365 days|-|{SR}/metrics/claims
cancellations_rate|-|0|0|-|365 days|-|{SR}/metrics/cancellations
delayed_handling_rate|-|0|0|-|365 days|-|{SR}/metrics/delayed_handling_time
sales_completed|-|4|-|-|365 days|-|{SR}/metrics/sales
lifetime_cancel_share|-|-|0|4|-|-|{SR}/transactions
""",
    ),
    "users_id.public-without-metrics.composed": (
        "MCO",
        "900000007",
        f"""
level|-|5_green|-|-|-|5_green|{SR}/level_id
leader_status|-|gold|-|-|-|gold|{SR}/power_seller_status
""",
    ),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_every_measurement_of_a_payload(payload, told, name):
    content = payload(name)
    site, seller, lines = GOLDEN[name]
    assert recognises(content)
    reading = read(content)
    assert (reading.sites, reading.seller_id) == ((site,), seller)
    assert told(reading) == lines.strip().splitlines()
    assert {each.site for each in reading.measurements} == {site}
    assert {each.document for each in reading.measurements} == {"mercadolibre.user"}
    assert reading.ignored == ()


def test_the_published_part_alone_is_read_too(payload):
    content = payload("users_id.protected.docs-sample")
    del content["id"]
    assert recognises(content)
    assert (read(content).seller_id, read(content).sites) == (None, (None,))


def metric(reading, name):
    return next((each for each in reading.measurements if each.metric == name), None)


def test_no_rate_is_made_of_a_count_and_the_sales(payload):
    """862 claims beside 74,239 sales are not the 1.1 % that Mercado Libre enforces."""
    claims = metric(read(payload("users_id.mla-high-volume.real-masked")), "claims_rate")
    assert claims.decisive == sdk.ratio("0.011")
    assert (claims.numerator, claims.denominator, claims.counted) == (862, None, None)


def test_a_protected_seller_keeps_the_official_zero_and_shows_what_is_real(payload):
    reading = read(payload("users_id.mla-protected.real-masked"))
    assert metric(reading, "claims_rate").value == sdk.ratio(0)
    assert metric(reading, "real_claims_rate").value == sdk.ratio("0.0184")
    cancelled = metric(reading, "real_cancellations_rate")
    assert (cancelled.value, cancelled.numerator) == (sdk.ratio(0), 1)
    codes = [each.code for each in reading.notices]
    assert codes == ["undated_report"]


def test_no_colour_is_no_word_and_says_why(payload):
    reading = read(payload("users_id.no-reputation.composed"))
    level = metric(reading, "level")
    assert (level.value, level.verdict) == (None, None)
    assert level.missing == "Mercado Libre has given no colour yet"
    assert reading.notices == ()


def test_a_colour_that_nobody_reported_is_not_reported(payload):
    content = payload("users_id.no-reputation.composed")
    del content["seller_reputation"]["level_id"]
    assert metric(read(content), "level") is None


def test_a_rate_of_zero_beside_events_is_no_measurement_while_there_is_no_colour(payload):
    """Mercado Libre's page shows 7 late shipments among 6 sales as a rate of 0."""
    content = payload("users_id.no-reputation.composed")
    rates = content["seller_reputation"]["metrics"]
    rates["delayed_handling_time"]["value"] = 7
    reading = read(content)
    late = metric(reading, "delayed_handling_rate")
    assert (late.value, late.numerator, late.decisive) == (None, 7, None)
    assert "0 was reported beside 7 events" in late.missing
    assert metric(reading, "claims_rate").value == sdk.ratio(0)
    content["seller_reputation"]["level_id"] = "5_green"
    assert metric(read(content), "delayed_handling_rate").value == sdk.ratio(0)


@pytest.mark.parametrize("period", ["4 months", "120 days", "365 days", "3 months + current"])
def test_a_period_stays_as_it_is_written_and_gives_no_days(payload, period):
    content = payload("users_id.mlb-yellow.composed")
    content["seller_reputation"]["metrics"]["claims"]["period"] = period
    claims = metric(read(content), "claims_rate")
    assert (claims.period, claims.window) == (period, None)


def test_a_site_that_nobody_knows_stays_what_it_is(payload):
    content = payload("users_id.mlb-yellow.composed") | {"site_id": "MPE"}
    reading = read(content)
    assert reading.sites == ("MPE",)
    assert [(each.code, each.pointer) for each in reading.notices] == [("unknown_site", "/site_id")]


@pytest.mark.parametrize(
    ("place", "value", "pointer"),
    [
        (("metrics", "claims", "rate"), "much", "/metrics/claims/rate"),
        (("metrics", "claims", "rate"), -1, "/metrics/claims/rate"),
        (("metrics", "claims", "value"), "3.5", "/metrics/claims/value"),
        (("metrics", "claims"), [], "/metrics/claims"),
        (("metrics",), 7, "/metrics"),
        (("level_id",), 5, "/level_id"),
        (("transactions", "total"), True, "/transactions/total"),
        (("protection_end_date",), "soon", "/protection_end_date"),
    ],
)
def test_what_cannot_be_read_is_left_out_with_a_notice(payload, place, value, pointer):
    content = copy.deepcopy(payload("users_id.mlb-yellow.composed"))
    holder = content["seller_reputation"]
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = value
    (notice,) = [each for each in read(content).notices if each.code == "unreadable_value"]
    assert notice.pointer == SR + pointer


def test_numbers_may_come_as_text_and_unknown_keys_are_listed(payload):
    content = payload("users_id.mlb-yellow.composed") | {"new": 1}
    content["seller_reputation"]["metrics"]["claims"] = {"rate": "0.0312", "value": "13", "odd": 1}
    reading = read(content)
    claims = metric(reading, "claims_rate")
    assert (claims.value, claims.numerator, claims.period) == (sdk.ratio("0.0312"), 13, "")
    assert [each.pointer for each in reading.ignored] == ["/new", f"{SR}/metrics/claims/odd"]


@pytest.mark.parametrize(
    "content",
    [None, [], "text", {}, {"seller_reputation": None}, {"seller_reputation": {}}, {"level_id": "5_green"}],
)
def test_anything_else_is_not_claimed(content):
    assert not recognises(content)


@pytest.mark.parametrize("content", [None, [], {}, {"seller_reputation": "5_green"}])
def test_what_holds_no_reputation_is_refused(content):
    with pytest.raises(sdk.UnreadableError):
        read(content)
