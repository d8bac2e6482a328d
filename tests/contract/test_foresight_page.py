"""The case that docs/foresight.md works by hand is what the service answers, line by line."""

import json
import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.domain.measurement import Comparator
from sellervitals.foresight.headroom import wilson
from sellervitals.foresight.outlook import Why
from sellervitals.limits import FORECAST_DAYS, HORIZON, HORIZON_DEFAULT
from sellervitals.schemas.examples import EXAMPLES

PAGE = (Path(__file__).parents[2] / "docs" / "foresight.md").read_text("utf-8")
REQUEST = EXAMPLES["forecast-request"]
MONTHS = {"September": 9, "October": 10, "November": 11}


@pytest.fixture(scope="module")
def client():
    app = create_app(Settings(database_url="sqlite:///:memory:", log_level="ERROR"))
    yield app.test_client()
    app.extensions["sellervitals"].store.close()


@pytest.fixture(scope="module")
def answer(client):
    response = client.post("/v1/forecasts", json=REQUEST)
    assert response.status_code == 200
    return response.json


def rows(heading):
    """The rows of the table whose header begins with some words."""
    lines = PAGE.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    found = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            return found
        found.append([cell.strip() for cell in line.strip("|").split("|")])
    return found


def on_the_page():
    for day, defects in rows("day of the order"):
        number, month = day.split()
        yield date(2025, MONTHS[month], int(number)), int(defects)


def percent(shown):
    return Decimal(shown.removesuffix(" %"))


def test_the_request_is_what_the_page_tells():
    (series,) = REQUEST["daily"]["order_defect_rate"]
    bad = dict(on_the_page())
    first, last = date(2025, 9, 10), date(2025, 11, 22)
    assert series["days"] == [
        {"day": str(day), "numerator": bad.get(day, 0), "denominator": 20}
        for day in (first + timedelta(days=number) for number in range((last - first).days + 1))
    ]
    assert (REQUEST["as_of"], len(series["days"])) == (str(last), 74)


def test_the_answer_on_the_page_is_the_answer(answer):
    (block,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    (found,) = answer["metrics"]
    assert json.loads(block).items() <= found.items()
    assert found["limits"][0]["limit"]["comparator"] == Comparator.BELOW
    assert found["limits"][0]["limit"]["fail"] == "0.01"


def test_every_known_day_of_the_hand_arithmetic_is_in_the_path(answer):
    path = {each["day"]: each for each in answer["metrics"][0]["days"]}
    for day, window, _, _, defects, orders, rate in rows("reported on"):
        found = path[day]
        assert f"{found['window']['from']} to {found['window']['to']}" == window
        assert (found["numerator"], found["denominator"]) == (int(defects), int(orders))
        assert len(set(found["value"].values())) == 1
        assert round(Decimal(found["value"]["expected"]) * 100, 4) == percent(rate)


def test_every_assumed_day_of_the_hand_arithmetic_is_in_the_path(answer):
    path = {each["day"]: each for each in answer["metrics"][0]["days"]}
    table = PAGE[PAGE.index("| reported on | known |") :]
    lines = [line for line in table.splitlines()[2:] if line.startswith("| 202")]
    assert len(lines) == 4
    for line in lines:
        day, known, assumed, defects, more, orders, rate = (
            cell.strip() for cell in line.strip("|").split("|")
        )
        found = path[day]
        assert (found["known_days"], found["assumed_days"]) == (int(known), int(assumed))
        assert found["numerator"] == int(defects)
        assert Decimal(more) == int(assumed) * Decimal("0.2")
        assert found["denominator"] + 20 * int(assumed) == int(orders)
        assert round(Decimal(found["value"]["expected"]) * 100, 4) == percent(rate)


def test_the_hand_arithmetic_holds_without_the_service():
    """Brute force with nothing but the table of the page."""
    bad = dict(on_the_page())
    last_known = date(2025, 11, 22)

    def defects(day):
        window = [day - timedelta(days=14 + back) for back in range(60)]
        return sum(bad.get(each, 0) if each <= last_known else Fraction(1, 5) for each in window)

    day = last_known
    broken = {}
    while day <= last_known + timedelta(days=HORIZON_DEFAULT):
        broken[day] = not defects(day) * 100 < 1200
        day += timedelta(days=1)
    back = next(day for day, state in broken.items() if not state)
    assert back == date(2025, 9, 12) + timedelta(days=60 + 14) == date(2025, 11, 25)
    assert next(day for day, state in broken.items() if state and day > back) == date(2026, 2, 4)


def test_the_interval_on_the_page():
    low, high = (round(each * 100, 4) for each in wilson(12, 1200, Decimal("0.8")))
    assert f"{low} % to {high} %" in PAGE


def test_every_word_is_explained_and_the_bounds_are_right():
    assert [row[0].strip("`") for row in rows("word")] == [each.value for each in Why]
    assert f"`horizon_days` ({HORIZON_DEFAULT}, at most {HORIZON[-1]})" in PAGE
    assert f"at most {FORECAST_DAYS:,} days of all lines together" in PAGE


@pytest.mark.parametrize("inflow", re.findall(r'\{"(?:order_defect_rate|orders_180_days)".*?\}\}', PAGE))
def test_an_inflow_of_the_page_can_be_asked(client, inflow):
    metrics = {"account_health_rating": {"value": 310}, "orders_180_days": {"value": 10_000}}
    asked = {**REQUEST, "metrics": metrics, "inflow": json.loads(inflow)}
    assert client.post("/v1/forecasts", json=asked).status_code == 200
