"""The call for cross-border sellers: one record per site and way of shipping."""

import pytest

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.documents import user
from sellervitals_mercadolibre.documents.global_reputation import read, recognises

NAME = "global_users_seller_reputation.composed"
LIST = "/seller_reputation"


def lines(place, segment, days, *rows):
    at = f"{LIST}/{place}{LIST}"
    for metric, value, count, where in rows:
        more = ("-", "-") if metric in {"level", "leader_status"} else (count, "-")
        period = "-" if metric in {"level", "leader_status", "lifetime_cancel_share"} else days
        word = value if metric in {"level", "leader_status"} else "-"
        bottom = count if metric == "lifetime_cancel_share" else more[1]
        top = value if metric == "lifetime_cancel_share" else more[0]
        shown = "-" if metric == "lifetime_cancel_share" else value
        yield f"{metric}|{segment}|{shown}|{top}|{bottom}|{period}|{word}|{at}{where}"


def rows(claims, cancellations, delays, sales, share):
    return [
        ("claims_rate", *claims, "/metrics/claims"),
        ("cancellations_rate", *cancellations, "/metrics/cancellations"),
        ("delayed_handling_rate", *delays, "/metrics/delayed_handling_time"),
        ("sales_completed", sales, "-", "/metrics/sales"),
        ("lifetime_cancel_share", *share, "/transactions"),
    ]


GREEN = ("level", "5_green", "-", "/level_id")
SILVER = ("leader_status", "silver", "-", "/power_seller_status")
ORANGE = ("level", "2_orange", "-", "/level_id")
MEXICO = [
    *lines(
        0,
        "remote",
        "60 days",
        GREEN,
        SILVER,
        *rows(("0.0094", 3), ("0.0031", 1), ("0.0786", 25), 318, (40, 1240)),
    ),
    *lines(1, "fulfillment", "60 days", GREEN, *rows(("0.0104", 1), ("0", 0), ("0", 0), 96, (40, 1240))),
]
BRAZIL = lines(
    2, "remote", "60 days", ORANGE, *rows(("0.0682", 6), ("0.0341", 3), ("0.2045", 18), 88, (40, 1240))
)
NO_COLOUR = ("level", "-", "-", "/level_id")
CHILE = lines(3, "remote", "365 days", NO_COLOUR, *rows(("0", 0), ("0", 0), ("0", 0), 6, (0, 6)))


def test_every_measurement_of_every_record(payload, told):
    content = payload(NAME)
    assert recognises(content)
    assert not user.recognises(content)
    reading = read(content)
    assert (reading.sites, reading.seller_id) == (("MLM", "MLB", "MLC"), "1234")
    assert told(reading, "MLM") == list(MEXICO)
    assert told(reading, "MLB") == list(BRAZIL)
    assert told(reading, "MLC") == list(CHILE)
    assert len(reading.measurements) == 13 + 6 + 6
    assert reading.ignored == ()
    assert reading.notices == ()


def test_a_record_that_names_no_site_is_left_out_beside_others(payload):
    content = payload(NAME)
    del content["seller_reputation"][2]["site_id"]
    reading = read(content)
    assert reading.sites == ("MLM", "MLC")
    assert ("site_unnamed", f"{LIST}/2") in [(each.code, each.pointer) for each in reading.notices]
    assert reading.ignored == ()


def test_a_single_record_may_leave_its_site_to_the_caller(payload):
    content = payload(NAME)
    content["seller_reputation"] = content["seller_reputation"][:1]
    del content["seller_reputation"][0]["site_id"]
    assert read(content).sites == (None,)


def test_what_is_no_record_is_left_out_with_a_notice(payload):
    content = payload(NAME)
    content["seller_reputation"] += [5, {"site_id": "MCO", "seller_reputation": 7}]
    reading = read(content)
    assert reading.sites == ("MLM", "MLB", "MLC")
    assert [each.pointer for each in reading.notices if each.code == "unreadable_value"] == [
        f"{LIST}/4",
        f"{LIST}/5{LIST}",
    ]


@pytest.mark.parametrize(
    "content",
    [None, [], {}, {"seller_reputation": []}, {"seller_reputation": [5, {}]}, {"seller_reputation": {}}],
)
def test_anything_else_is_not_claimed_and_refused(content):
    assert not recognises(content)
    with pytest.raises(sdk.UnreadableError):
        read(content)
