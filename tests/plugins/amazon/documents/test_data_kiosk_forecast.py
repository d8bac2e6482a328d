"""Data Kiosk's single days are daily counts: the windows that Amazon judges roll on by them."""

from datetime import date, timedelta

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings

LAST = date(2025, 11, 19)
US = "ATVPDKIKX0DER"


@pytest.fixture
def client(tmp_path):
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path}/kiosk.sqlite3", log_level="ERROR"))
    yield app.test_client()
    app.extensions["sellervitals"].store.close()


def view(first, last, **health):
    figures = {f"accountHealth{key}": {"value": value} for key, value in health.items()}
    group = {"groupByKey": {"marketplaceId": US}, "metrics": {"accountHealth": figures}}
    return {
        "startDate": str(first),
        "endDate": str(last),
        "totals": {"accountHealth": None},
        "metrics": [group],
    }


def forty_days():
    """Forty days of ten packages, four of them bad on the first of the last thirty days; orders beside."""
    views = []
    for back in reversed(range(40)):
        day = LAST - timedelta(days=back)
        views.append(
            view(
                day,
                day,
                PackageCount=10,
                ValidTrackingDefectPackageCount=4 if back == 29 else 0,
                OrderCount=10,
                TotalOrderDefects=9,
            )
        )
    return views


def test_single_days_of_a_dataset_roll_on_and_a_look_at_all_channels_does_not(client):
    found = client.post("/v1/forecasts", json=forty_days()).json
    assert found["as_of"] == str(LAST)
    (line,) = (each for each in found["metrics"] if each["metric"] == "valid_tracking_rate")
    assert (line["basis"], line["segment"]) == ("daily_counts", None)
    assert (line["numerator"], line["denominator"]) == (296, 300)
    assert line["days"][1]["numerator"] == 290  # the bad day has left, and tomorrow is not known
    assert "order_defect_rate" not in {each["metric"] for each in found["metrics"]}


def test_what_was_stored_of_it_answers_the_same(client):
    posted = client.post("/v1/forecasts", json=forty_days()).json
    body = {"account": {"seller_id": "A1"}, "as_of": str(LAST), "documents": [{"content": forty_days()}]}
    assert client.post("/v1/evaluations", json=body).status_code == 201
    (account,) = client.get("/v1/accounts").json["data"]
    stored = client.get(f"/v1/accounts/{account['id']}/forecast").json
    assert stored["metrics"] == posted["metrics"]


def test_looks_at_other_days_are_no_lines_of_their_own(client):
    week = view(LAST - timedelta(days=6), LAST, PackageCount=70, ValidTrackingDefectPackageCount=69)
    body = {
        "account": {"seller_id": "A1"},
        "as_of": str(LAST),
        "documents": [{"content": [*forty_days(), week]}],
    }
    assert client.post("/v1/evaluations", json=body).status_code == 201
    (account,) = client.get("/v1/accounts").json["data"]
    stored = client.get(f"/v1/accounts/{account['id']}/forecast").json
    assert {each["segment"] for each in stored["metrics"]} == {None}


def test_days_after_the_day_of_the_question_are_not_known_on_it(client):
    body = {"as_of": str(LAST - timedelta(days=2)), "documents": [{"content": forty_days()}]}
    found = client.post("/v1/forecasts", json=body).json
    assert "2 daily counts" not in str(found["metrics"])
    (notice,) = (each for each in found["warnings"] if each["code"] == "days_to_come")
    assert "days after 2025-11-17 were not used" in notice["message"]
    (line,) = (each for each in found["metrics"] if each["metric"] == "valid_tracking_rate")
    assert line["days"][2]["assumed_days"] == 2
