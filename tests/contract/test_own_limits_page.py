"""What docs/own-limits.md says and shows is what the service does."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.domain.waiver import Reason, WaiverState
from sellervitals.limits import WAIVER_DAYS, WAIVERS
from sellervitals.own.profiles import GUARDRAILS

PAGE = (Path(__file__).parents[2] / "docs" / "own-limits.md").read_text("utf-8")
BLOCK = re.compile(r'^```json title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
LAST = datetime.now(UTC).date() + timedelta(days=30)
DAYS = {"2026-12-31": LAST, "2027-01-01": LAST + timedelta(days=1)}
"""A waiver that is over would be refused, so the page's days move along."""


@pytest.fixture
def client(tmp_path):
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'page.sqlite3'}", log_level="ERROR"))
    yield app.test_client()
    app.extensions["sellervitals"].store.close()


def blocks():
    for title, text in BLOCK.findall(PAGE):
        for shown, real in DAYS.items():
            text = text.replace(shown, real.isoformat())  # noqa: PLW2901 - one day after the other
        yield title, json.loads(text)


def holds(shown, real, where):
    """Every figure shown is in the real answer; of lists some are shown, an empty one is empty."""
    if isinstance(shown, dict):
        for name, value in shown.items():
            holds(value, real[name], f"{where}/{name}")
    elif isinstance(shown, list):
        assert shown or not real, where
        key = "code" if where.endswith("/warnings") else "rule"
        by_name = {each[key]: each for each in real}
        for each in shown:
            holds(each, by_name[each[key]], f"{where}/{each[key]}")
    else:
        assert shown == real, where


def test_o09_every_case_on_the_page_is_answered_as_it_shows(client):
    answer, asked, compared = None, 0, 0
    for title, content in blocks():
        method, _, path = title.partition(" ")
        if path:
            answer, asked = client.open(path, method=method, json=content), asked + 1
            assert answer.status_code in {200, 201}, answer.json
        else:
            assert answer.status_code == int(title)
            holds(content, answer.json, "")
            compared += 1
    assert (asked, compared) == (5, 4)


def table(heading):
    section = PAGE.partition(f"\n| {heading} |")[2].partition("\n\n")[0]
    return dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", section, re.MULTILINE))


def test_reasons_states_guardrails_and_bounds_are_those_of_the_code():
    assert table("reason | when") == {each.value: each.says for each in Reason}
    assert list(table("state | meaning")) == [each.value for each in WaiverState]
    assert "\n".join(f"- {each}" for each in GUARDRAILS) in PAGE
    assert f"at most {WAIVER_DAYS} days ahead" in PAGE
    assert f"An account has up to {WAIVERS}." in PAGE
