"""History posted through the door: every day becomes a row, and the answer says what was looked back at."""

import json
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import select

from sellervitals.store.schema import history

PAYLOADS = Path(__file__).parents[1] / "plugins" / "amazon" / "payloads"
CHANGED = json.loads((PAYLOADS / "account-status-changed.notification.json").read_text("utf-8"))
LAST = date(2026, 11, 19)
DAYS = 200


def period(back):
    day = str(LAST - timedelta(days=back))
    figures = {
        "accountHealthRatingScore": {"value": 249 if back in range(20, 30) else 310},
        "accountHealthOrderCount": {"value": 55},
        "accountHealthTotalOrderDefects": {"value": 1},
    }
    key = {"marketplaceId": "ATVPDKIKX0DER"}
    metrics = [{"groupByKey": key, "metrics": {"accountHealth": figures}}]
    return {"startDate": day, "endDate": day, "totals": {}, "metrics": metrics}


PERIODS = [period(back) for back in reversed(range(DAYS))]
LINES = "\n".join(map(json.dumps, PERIODS)) + "\n"


def envelope(seller, *documents):
    return {"account": {"seller_id": seller}, "documents": [{"content": each} for each in documents]}


def as_file(seller):
    return {
        "request": json.dumps(envelope(seller)),
        "document": (BytesIO(LINES.encode()), "data.jsonl"),
    }


WAYS = {
    "envelope": lambda client, seller: client.post("/v1/evaluations", json=envelope(seller, PERIODS)),
    "text": lambda client, seller: client.post("/v1/evaluations", json=envelope(seller, LINES)),
    "file": lambda client, seller: client.post("/v1/evaluations", data=as_file(seller)),
}


@pytest.fixture
def rows(app):
    """The rows of one evaluation's measurements, as the database holds them."""

    def stored(ident):
        with app.extensions["sellervitals"].store._reads.connect() as connection:
            query = select(history).where(history.c.evaluation_id == ident)
            return connection.execute(query).mappings().all()

    return stored


def by_rule(answer):
    return {each["rule"]: each for each in answer["findings"]}


@pytest.mark.parametrize("way", WAYS)
def test_each_day_is_stored_once_and_the_answer_says_how_far_back_it_looked(client, rows, way):
    response = WAYS[way](client, f"history-{way}")
    assert response.status_code == 201
    answer = response.json
    assert answer["account"]["site"] == "US"
    days = [row["day"] for row in rows(answer["id"]) if row["metric"] == "account_health_rating"]
    assert sorted(days) == [LAST - timedelta(days=back) for back in reversed(range(DAYS))]
    looked = {each["metric"]: each for each in answer["coverage"]["history"]}
    first = str(LAST - timedelta(days=DAYS - 1))
    assert looked["account_health_rating"] == {
        "metric": "account_health_rating",
        "segment": None,
        "count": DAYS - 1,
        "from": first,
        "to": str(LAST - timedelta(days=1)),
    }
    assert (looked["order_defect_rate"]["segment"], looked["order_defect_rate"]["count"]) == ("all", DAYS)


def test_row_11_row_16_the_rating_is_judged_with_its_history_and_orders(client):
    found = by_rule(client.post("/v1/evaluations", json=PERIODS).json)
    assurance = found["amazon.account-health-assurance"]
    assert assurance["outcome"] == "pass"
    assert "184 were measured and 10 of them were below 250" in assurance["message"]
    rating = {each["name"]: each["value"] for each in found["amazon.account-health-rating"]["estimates"]}
    assert (rating["points_from_orders"], rating["points_lost"]) == ("396", "86")
    assert found["amazon.order-defect-rate"]["outcome"] == "no_data"


def test_a_notification_belongs_to_the_account_that_the_caller_names(client):
    body = {"account": {"site": "DE", "seller_id": "A9"}, "documents": [{"content": CHANGED}] * 2}
    answer = client.post("/v1/evaluations", json=body).json
    assert answer["account"] == {"marketplace": "amazon", "site": "DE", "seller_id": "A9"}
    change = by_rule(answer)["amazon.account-status-change"]
    assert (change["outcome"], change["value"]) == ("warn", "NORMAL -> AT_RISK")
    assert change["remediation"][0]["id"] == "fetch-report"
    assert answer["warnings"] == []
    assert answer["level"]["name"] == "AT_RISK"


def test_an_old_recovery_never_hides_a_report_that_says_deactivated(client):
    recovered = json.loads(json.dumps(CHANGED))
    recovered["payload"]["accountStatusChangeNotification"] = {
        "previousAccountStatus": "AT_RISK",
        "currentAccountStatus": "NORMAL",
    }
    report = {"accountStatuses": [{"marketplaceId": "ATVPDKIKX0DER", "status": "DEACTIVATED"}]}
    for documents in ([recovered, report], [report, recovered]):
        body = {"account": {"site": "US"}, "documents": [{"content": each} for each in documents]}
        found = by_rule(client.post("/v1/evaluations", json=body).json)
        assert found["amazon.account-status"]["outcome"] == "fail"
        assert found["amazon.account-status"]["value"] == "DEACTIVATED"
