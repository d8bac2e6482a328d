"""A stranger's distribution: found, listed, judged and held to the contract like a built-in."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.engine import Engine
from sellervitals.judge import Judge
from sellervitals.plugins import discover
from sellervitals.testing import measurement, snapshot

ACME = Path(__file__).parents[1] / "thirdparty" / "sellervitals-acme"
REPORT = {
    "acmeStore": "store-2",
    "seller": "S9",
    "parcels": {"late": 9, "sent": 100},
    "standing": "PLAIN",
    "x": 1,
}


@pytest.fixture
def acme(install):
    install("acme", module="sellervitals_acme", folder=ACME / "src", version="2.1.0")


@pytest.mark.usefixtures("acme")
def test_it_is_listed_with_name_and_version():
    registry = discover(strict=True)
    info = next(each for each in registry.plugins if each.name == "acme")
    assert (info.distribution, info.version, info.status) == ("sellervitals-acme", "2.1.0", "loaded")
    assert info.rules == ("acme.late-rate", "acme.standing", "acme.stuck-stock")
    assert info.documents == ("acme.parcel-report", "acme.stock-list")


@pytest.mark.usefixtures("acme")
def test_it_changes_no_byte_of_what_is_said_of_other_marketplaces():
    payloads = sorted((Path(__file__).parents[1] / "plugins").rglob("payloads/*.json"))
    requests = [{"documents": [{"content": orjson.loads(path.read_bytes())}]} for path in payloads]
    assert requests

    def said(judge):
        now = datetime(2026, 11, 22, tzinfo=UTC)
        return [judge.judge(each, now=now, digest="sha256:0")[0].body for each in requests]

    alone = said(Judge(discover(blocked=["acme"])))
    together = Judge(discover())
    assert "acme" in together.registry.marketplaces
    assert said(together) == alone


@pytest.mark.usefixtures("acme")
def test_it_judges_plain_measurements():
    account = snapshot(
        "acme", [measurement("late_rate", numerator=5, denominator=100)], day="2026-07-01", site="NORTH"
    )
    found = Engine(discover(strict=True)).evaluate(account)
    assert [(each.rule.id, each.outcome) for each in found.findings] == [
        ("acme.late-rate", "fail"),
        ("acme.standing", "no_data"),
        ("acme.stuck-stock", "no_data"),
    ]


@pytest.mark.usefixtures("acme")
def test_its_document_is_recognised_read_and_judged():
    now = datetime(2026, 8, 1, tzinfo=UTC)
    (judged,) = Judge(discover(strict=True)).judge(
        {"documents": [{"content": REPORT}]}, now=now, digest="sha256:0"
    )
    result = orjson.loads(judged.body)
    assert result["account"] == {"marketplace": "acme", "site": "SOUTH", "seller_id": "S9"}
    assert result["level"]["name"] == "PLAIN"
    assert {each["rule"]: each["outcome"] for each in result["findings"]} == {
        "acme.late-rate": "fail",
        "acme.standing": "pass",
        "acme.stuck-stock": "no_data",
    }
    assert result["provenance"]["plugins"] == {"acme": "2.1.0"}
    assert [each["pointer"] for each in result["coverage"]["ignored"]] == ["/x"]


def test_its_own_tests_pass_with_nothing_but_the_kit(install):
    home = install("acme", module="sellervitals_acme", folder=ACME / "src", version="2.1.0")
    assert home == ACME / "src"
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "--import-mode=importlib",
            ACME / "tests",
        ],
        cwd=ACME,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path[:2]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout
    assert "26 passed" in ran.stdout


@pytest.fixture
def client(request, tmp_path):
    request.getfixturevalue("acme")
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'store.sqlite3'}"))
    yield app.test_client()
    app.extensions["sellervitals"].store.close()


def test_over_http_it_is_listed_with_its_rules_and_metrics(client):
    listed = client.get("/v1/plugins").json["data"]
    (acme,) = (each for each in listed if each["name"] == "acme")
    assert (acme["version"], acme["status"]) == ("2.1.0", "loaded")
    assert client.get("/v1/rules/acme.late-rate").json["metric"] == "late_rate"
    assert client.get("/v1/marketplaces/acme").json["title"] == "Acme"


def test_over_http_its_document_is_judged_stored_and_read_again(client):
    answer = client.post("/v1/evaluations", json=REPORT)
    assert answer.status_code == 201
    assert answer.json["account"] == {"marketplace": "acme", "site": "SOUTH", "seller_id": "S9"}
    assert {each["rule"]: each["outcome"] for each in answer.json["findings"]} == {
        "acme.late-rate": "fail",
        "acme.standing": "pass",
        "acme.stuck-stock": "no_data",
    }
    again = client.get(answer.headers["Location"])
    assert again.data == answer.data


def test_over_http_its_unreadable_document_is_a_problem_at_its_place(client):
    answer = client.post("/v1/evaluations", json={"acmeStore": "store-1", "parcels": {"late": "many"}})
    assert answer.status_code == 422
    assert answer.json["errors"][0]["pointer"].endswith("/parcels")


def test_r12_a_reader_that_raises_keeps_no_other_from_its_documents(client, install, tmp_path):
    source = """
        from sellervitals import plugin as sdk

        METRIC = sdk.Metric(id="late", title="Late", unit="ratio", better="lower")
        CARD = sdk.Scorecard(version="aaa-1", weights={"aaa.late": 1})
        STEP = sdk.Step(id="look", text="Look.", effort="low", owner="operations")

        @sdk.hookimpl
        def sellervitals_marketplace():
            return sdk.Marketplace(id="aaa", title="Aaa", metrics=(METRIC,), scorecard=CARD)

        @sdk.hookimpl
        def sellervitals_rules():
            sources = {"a": sdk.Reference("A page")}
            return [
                sdk.Rule(
                    id="aaa.late", title="Late", why="It counts.", metric="late", severity="low",
                    steps=(STEP,), references=sources, since="1",
                )
            ]

        @sdk.hookimpl
        def sellervitals_documents():
            def recognises(content):
                raise RuntimeError("secret")

            return [
                sdk.Document(
                    type="aaa.report", title="Report", media_type="application/json",
                    recognises=recognises, read=recognises, metrics=("late",),
                )
            ]
    """
    install("aaa", source)
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'other.sqlite3'}"))
    answer = app.test_client().post("/v1/evaluations", json=REPORT)
    app.extensions["sellervitals"].store.close()
    alone = client.post("/v1/evaluations", json=REPORT)
    assert answer.status_code == alone.status_code == 201
    assert answer.json["findings"] == alone.json["findings"]


def test_over_http_its_table_is_rolled_up_judged_and_explained(client):
    table = (
        "sku\ton-hand\tstuck\treason\tyearly-cost\tcounted-on\r\n"
        "A\t90\t70\tunlisted\t35.10\t2026-11-20\r\n"
        'B 3" pipe\t40\t40\taged\t40.00\t2026-11-20\r\n'
    )
    kind = "text/tab-separated-values; charset=utf-8"
    answer = client.post("/v1/evaluations", data=table.encode(), content_type=kind)
    assert answer.status_code == 201, answer.json
    assert answer.json["as_of"] == "2026-11-20"
    assert answer.json["score"]["coverage"] == "0.2"
    (found,) = (each for each in answer.json["findings"] if each["rule"] == "acme.stuck-stock")
    assert (found["outcome"], found["value"], found["rebuilt_from"]) == ("fail", "110", "the stock list")
    assert found["limit"]["fail"] == "100"
    assert found["announced"] is None
    assert [(each["id"], each["units"], each["pointer"]) for each in found["items"]] == [
        ('B 3" pipe', 40, "/row/3"),
        ("A", 70, "/row/2"),
    ]
    assert found["items_total"] == 2
    assert found["money"]["amount"] == "75.10"
    assert found["deadlines"] == [
        {"date": "2027-01-31", "kind": "removal", "text": "Acme clears what is stuck."}
    ]
    assert [(each["name"], each["value"], each["basis"]) for each in found["estimates"]] == [
        ("storage_per_month", "44", "table")
    ]
    assert [each["cause"] for each in found["remediation"]] == ["unlisted", "aged", None, None, None]
    assert client.get(answer.headers["Location"]).data == answer.data


def test_over_http_the_same_number_typed_in_is_judged_alike(client):
    account = {"marketplace": "acme", "site": "NORTH"}
    windows = [
        {"value": value, "window": {"from": day, "to": day}}
        for value, day in ((90, "2026-11-20"), (120, "2026-10-20"))
    ]
    windows[0]["parts"] = {"aged": 90}
    body = {"account": account, "metrics": {"stuck_units": windows}}
    answer = client.post("/v1/evaluations", json=body).json
    (found,) = (each for each in answer["findings"] if each["rule"] == "acme.stuck-stock")
    assert (found["outcome"], found["announced"]["outcome"]) == ("pass", "fail")
    assert found["announced"]["limit"]["since"] == "2027-03-01"
    assert [each["count"] for each in answer["coverage"]["history"]] == [1]
    assert found["items"] == []


def test_over_http_its_rule_shows_figures_programme_and_causes(client):
    rule = client.get("/v1/rules/acme.stuck-stock").json
    assert rule["programme"] == "Acme Storage"
    assert [(each["name"], each["value"]) for each in rule["figures"]] == [("storage-per-unit", "0.4")]
    assert [each["announced"] for each in rule["limits"]] == [None, "2026-10-01"]
    assert [each["cause"] for each in rule["remediation"] if each["cause"]] == ["unlisted", "aged"]
