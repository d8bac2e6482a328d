"""``what-if``: the answer of a simulation, without a server."""

import json

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings

METRICS = {
    "order_defect_rate": [{"segment": "mfn", "numerator": 12, "denominator": 1000}],
    "cancellation_rate": {"numerator": 5, "denominator": 150},
    "received_ip_complaints": {"value": 2},
}
BASE = {"account": {"marketplace": "amazon", "site": "US"}, "as_of": "2026-11-22", "metrics": METRICS}


@pytest.fixture
def base(tmp_path):
    path = tmp_path / "base.json"
    path.write_text(json.dumps(BASE))
    return path


@pytest.fixture
def ask(run, base):
    def asked(*options, file=None, code=0):
        result = run("what-if", file or base, *options)
        assert result.exit_code == code, result.output
        return result

    return asked


def test_text_says_what_is_different_and_what_was_assumed(ask):
    said = ask("--clean-orders", 201, "--remove", "received_ip_complaints=2").stdout
    assert "Order defect rate (mfn): fail 1.2 % -> warn 0.9992 %" in said
    assert "Received IP complaints: fail 2 -> pass 0" in said
    assert "The 201 orders without fault count in every rate of orders: " in said
    assert "Goal" not in said


def test_json_is_the_answer_of_the_server(ask):
    options = ("--clean-orders", 56, "--add", "order_defect_rate:mfn=1,20")
    options += ("--remove", "received_ip_complaints=1", "--as-of", "2026-11-23")
    options += ("--set", "late_shipment_rate:30d=12/300", "--set", "valid_tracking_rate=96.5%")
    options += ("--set", "account_status=NORMAL", "--goal", "safe", "--effort", "remove=40")
    found = json.loads(ask(*options, "--format", "json").stdout)
    changes = {
        "clean_orders": 56,
        "as_of": "2026-11-23",
        "metrics": {
            "order_defect_rate": {"segment": "mfn", "add": {"bad": 1, "good": 20}},
            "received_ip_complaints": {"remove": 1},
            "late_shipment_rate": {"segment": "30d", "set": {"numerator": 12, "denominator": 300}},
            "valid_tracking_rate": {"set": {"value": "96.5", "unit": "percent"}},
            "account_status": {"set": {"value": "NORMAL"}},
        },
    }
    app = create_app(Settings(database_url="sqlite:///:memory:", log_level="ERROR"))
    body = {"base": BASE, "changes": changes, "goal": {"id": "safe", "effort": {"remove": 40}}}
    answered = app.test_client().post("/v1/simulations", json=body)
    app.extensions["sellervitals"].store.close()
    assert found == answered.json


def test_a_goal_within_reach_is_0_and_one_that_is_not_is_1(ask):
    said = ask("--goal", "safe").stdout
    assert "Nothing that was reported fails: within reach." in said
    assert "Cheapest together" in said
    assert ask("--goal", "healthy", code=1).stdout.count("not certain to be reached")
    none = ("--effort", "remove=none", "--effort", "clean=none")
    assert "not certain" in ask("--goal", "rule:amazon.cancellation-rate", *none, code=1).stdout
    reached = ask("--goal", "rule:amazon.cancellation-rate", "--set", "cancellation_rate=0/150").stdout
    assert "reached." in reached


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--set", "cancellation_rate=2"), "/changes/metrics/cancellation_rate/0/set/unit: is missing"),
        (("--remove", "cancellation_rate=6"), "/changes/metrics/cancellation_rate/0/remove: is more than"),
        (("--goal", "top rated"), "/goal/id: 'top rated' is no goal of amazon"),
        (("--goal", "safe", "--effort", "clean=0"), "/goal/effort/clean: must be more than 0."),
        (("--clean", "parcels=3"), "/changes/clean/parcels: no rate of parcels"),
        (("--marketplace", "nowhere"), "/account/marketplace: 'nowhere' is no known marketplace"),
    ],
)
def test_what_cannot_be_used_is_2_with_its_pointer(ask, options, says):
    assert says in ask(*options, code=2).stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--remove", "cancellation_rate"), "must be written as NAME=VALUE"),
        (("--remove", "cancellation_rate=x"), "'x' must be a whole number"),
        (("--add", "cancellation_rate=1,-2"), "'-2' must be a whole number"),
        (("--clean", "orders=1.5"), "'1.5' must be a whole number"),
        (("--effort", "clean=1"), "--effort is about a --goal"),
        (("--remove", "a=1", "--remove", "a=2"), "--remove is given twice for a"),
        (("--clean", "orders=1", "--clean", "orders=2"), "--clean is given twice for orders"),
        (
            ("--goal", "safe", "--effort", "clean=1", "--effort", "clean=2"),
            "--effort is given twice for clean",
        ),
    ],
)
def test_what_is_not_written_right_is_2(ask, options, says):
    assert says in ask(*options, code=2).output


def test_a_file_that_cannot_be_read_is_2(ask, tmp_path):
    assert "cannot be read" in ask("--clean-orders", 1, file=tmp_path / "nothing.json", code=2).stderr
    odd = tmp_path / "odd.json"
    odd.write_text('{"account": 3}')
    assert "/account" in ask(file=odd, code=2).stderr


def test_a_raw_document_may_be_the_file(run):
    from pathlib import Path  # noqa: PLC0415 - this test alone

    payloads = Path(__file__).parents[1] / "plugins/amazon/payloads"
    report = next(payloads.glob("seller-performance.assembled*.json"))
    result = run("what-if", report, "--clean-orders", 10)
    assert result.exit_code == 0, result.output
    assert "orders without fault count in every rate" in result.stdout
