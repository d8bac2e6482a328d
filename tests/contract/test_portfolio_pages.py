"""What docs/portfolio.md and docs/anomalies.md say and show is what the service does."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.foresight.anomaly import BASELINE, LEAST_POINTS, THRESHOLD
from sellervitals.limits import ANOMALY_POINTS
from sellervitals.routes.portfolio import WORST_FIRST
from sellervitals.schemas.anomalies import AnomalyQuerySchema
from sellervitals.schemas.examples import EXAMPLES
from sellervitals.schemas.portfolio import ExpectedLossSchema, PortfolioQuerySchema

DOCS = Path(__file__).parents[2] / "docs"
PORTFOLIO, ANOMALIES = ((DOCS / f"{name}.md").read_text("utf-8") for name in ("portfolio", "anomalies"))


def shown(page):
    (block,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    return json.loads(block)


def within(small, large):
    if isinstance(small, dict):
        return all(within(value, large[name]) for name, value in small.items())
    if isinstance(small, list):
        return all(any(within(each, one) for one in large) for each in small)
    return small == large


@pytest.fixture
def client(tmp_path):
    made = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'page.sqlite3'}", log_level="ERROR"))
    yield made.test_client()
    made.extensions["sellervitals"].store.close()


def test_o09_what_the_pages_show_is_what_is_answered(client):
    request = EXAMPLES["plain-metrics"]
    assert client.post("/v1/evaluations", json=request).status_code == 201
    (rolled,) = client.get("/v1/portfolio").json["marketplaces"]
    assert within(shown(PORTFOLIO), rolled)
    wanted = shown(ANOMALIES)
    usual, shipped = ("1.1", "1.2", "1", "1.1", "1.3", "1.2", "1.1", "1"), []
    for number, rate in enumerate((*usual, "3.4"), 2):
        last = date(2026, 11, number)
        window = {"from": str(last - timedelta(29)), "to": str(last)}
        shipped.append({"segment": "30d", "value": rate, "unit": "percent", "window": window})
    body = {**request, "as_of": "2026-11-10", "metrics": {"late_shipment_rate": shipped}}
    judged = client.post("/v1/evaluations", json=body).json
    account = EXAMPLES["account"]["id"]
    for found in (judged["anomalies"], client.get(f"/v1/accounts/{account}/anomalies").json["data"]):
        assert within([wanted], found)


def test_every_parameter_and_figure_of_a_portfolio_is_explained():
    rows = re.findall(r"^\| (`[^|]+`) \|", PORTFOLIO, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert named == {*PortfolioQuerySchema().fields, *ExpectedLossSchema().fields}
    assert ", ".join(f"`{band}`" for band in WORST_FIRST) in PORTFOLIO


def test_the_figures_of_the_method_are_those_of_the_code():
    assert f"**beyond {THRESHOLD}**" in ANOMALIES
    assert f"At least **{LEAST_POINTS}** earlier values" in ANOMALIES
    assert f"newest **{BASELINE}** of them" in ANOMALIES
    assert f"{ANOMALY_POINTS:,} values" in ANOMALIES
    own = {"from", "to", "site", "metric"}
    assert own | {"limit", "cursor"} == AnomalyQuerySchema().fields.keys()
    assert all(f"`{name}`" in ANOMALIES for name in own)
