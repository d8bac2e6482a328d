"""Named profiles through the door: what is known applies, what is not known is said."""

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "generic.sqlite3"
    app = create_app(Settings(database_url=f"sqlite:///{path}"))
    yield app.test_client()
    app.extensions["sellervitals"].store.close()


@pytest.fixture
def judged(client):
    def post(metrics, **account):
        body = {
            "account": {"marketplace": "generic", "seller_id": "A1", **account},
            "as_of": "2026-11-22",
            "metrics": metrics,
        }
        response = client.post("/v1/evaluations", json=body)
        assert response.status_code == 201
        return response.json

    return post


def of(result, rule):
    (found,) = [each for each in result["findings"] if each["rule"] == f"generic.{rule}"]
    return found


def percent(value, **more):
    return {"value": value, "unit": "percent", **more}


def test_a_profile_brings_its_limits_and_asks_for_what_is_missing(judged):
    result = judged({"cancellation_rate": percent("2.6"), "response_rate": percent("99")}, site="newegg")
    failed = of(result, "cancellation-rate")
    assert (failed["outcome"], failed["severity"]) == ("fail", "high")
    assert failed["limit"]["origin"] == "table"
    assert failed["limit"]["source"]["title"].startswith("Newegg: Seller Academy")
    assert failed["remediation"][0]["id"] == "list-by-reason"
    assert of(result, "response-rate")["outcome"] == "pass"
    assert result["coverage"]["missing"] == [
        "on_time_delivery_rate",
        "on_time_shipment_rate",
        "order_defect_rate",
        "policy_violations",
        "rating",
        "refund_rate",
        "valid_tracking_rate",
    ]
    assert result["score"]["band"] == "unknown"
    assert result["level"] is None


def test_nine_good_figures_are_a_healthy_newegg_seller(judged):
    high = ("on_time_delivery_rate", "on_time_shipment_rate", "response_rate", "valid_tracking_rate")
    low = ("order_defect_rate", "cancellation_rate", "refund_rate")
    metrics = {
        **{name: percent("100") for name in high},
        **{name: percent("0") for name in low},
        "rating": {"value": "5", "unit": "stars"},
        "policy_violations": {"value": 0},
    }
    score = judged(metrics, site="newegg")["score"]
    assert (score["value"], score["band"], score["coverage"]) == ("100", "healthy", "1")


def test_where_no_figure_is_known_it_is_said_and_the_callers_target_decides(judged):
    silent = judged({"cancellation_rate": percent("2")}, site="zalando")
    found = of(silent, "cancellation-rate")
    assert found["outcome"] == "not_applicable"
    assert found["message"] == "Cancellation rate: no limit is known for site zalando on 2026-11-22."
    assert (silent["score"]["value"], silent["score"]["band"]) == (None, "unknown")
    own = judged({"cancellation_rate": percent("2", target="1", comparator="<")}, site="zalando")
    assert of(own, "cancellation-rate")["outcome"] == "fail"
    assert own["score"]["coverage"] == "1"


def test_a_stricter_target_of_the_caller_outranks_the_profile_and_the_difference_is_said(judged):
    given = percent("0.8", target="0.5", comparator="below")
    result = judged({"cancellation_rate": given}, site="kaufland")
    found = of(result, "cancellation-rate")
    assert (found["outcome"], found["limit"]["origin"]) == ("fail", "caller")
    assert "the target you gave is below 0.5 %" in found["message"]
    (said,) = result["warnings"]
    assert said["code"] == "policy_drift"
    assert (
        "you ask for below 0.5 %, the table since 2020-01-01 asks for below 1 %; your target"
        in said["message"]
    )


def test_a_published_limit_is_not_talked_away(judged):
    given = percent("1.5", target="2", comparator="below")
    result = judged({"cancellation_rate": given}, site="kaufland")
    found = of(result, "cancellation-rate")
    assert (found["outcome"], found["limit"]["origin"]) == ("fail", "table")
    (said,) = result["warnings"]
    assert said["code"] == "policy_drift"
    assert "the table, which is stricter, was applied" in said["message"]


@pytest.mark.parametrize(
    ("rate", "name"), [("0.9999", "KEPT"), ("1", "FEE_5"), ("2.9999", "FEE_5"), ("3", "FEE_10")]
)
def test_kauflands_fee_is_computed_and_said(judged, rate, name):
    result = judged({"cancellation_rate": percent(rate)}, site="kaufland")
    (level,) = result["computed_levels"]
    assert (level["ladder"], level["name"]) == ("kaufland_cancellation_rate", name)
    fee = name.removeprefix("FEE_")
    message = of(result, "cancellation-rate")["message"]
    assert (f"Kaufland charges {fee} % of the value that was cancelled." in message) == (name != "KEPT")
    assert judged({"cancellation_rate": percent(rate)}, site="noon")["computed_levels"] == []


def test_a_vendors_figure_warns_and_never_fails(judged):
    result = judged({"on_time_delivery_rate": percent("10")}, site="otto")
    found = of(result, "on-time-delivery-rate")
    assert (found["outcome"], found["limit"]["trust"]) == ("warn", "suggested")


def test_a_stranger_sees_what_no_profile_can_tell(judged):
    given = {"value": 3, "unit": "days", "target": 2, "comparator": "at_most", "severity": "critical"}
    result = judged({"delivery_promise": given})
    assert [each["code"] for each in result["warnings"]] == ["site_unknown"]
    found = of(result, "own-days-lower")
    assert found["title"] == "Own days"
    assert found["message"].startswith("Own days (delivery_promise): 3 days;")
    assert len(found["remediation"]) >= 3
    assert (result["score"]["value"], result["score"]["cap"]["at"]) == ("25", "49")
