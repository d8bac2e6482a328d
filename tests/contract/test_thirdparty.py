"""A stranger's distribution: found, listed, judged and held to the contract like a built-in."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

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
    assert info.rules == ("acme.late-rate", "acme.standing")
    assert info.documents == ("acme.parcel-report",)


@pytest.mark.usefixtures("acme")
def test_it_judges_plain_measurements():
    account = snapshot(
        "acme", [measurement("late_rate", numerator=5, denominator=100)], day="2026-07-01", site="NORTH"
    )
    found = Engine(discover(strict=True)).evaluate(account)
    assert [(each.rule.id, each.outcome) for each in found.findings] == [
        ("acme.late-rate", "fail"),
        ("acme.standing", "no_data"),
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
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path[:2]), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout
    assert "20 passed" in ran.stdout
