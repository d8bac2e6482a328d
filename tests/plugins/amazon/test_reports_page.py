"""The page on Amazon's reports names every one of them, and its example is judged."""

import json
import re
from pathlib import Path

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals_amazon.documents import ALL as DOCUMENTS

PAGE = (Path(__file__).parents[3] / "docs" / "amazon-reports.md").read_text("utf-8")


def test_its_table_has_every_report():
    named = re.findall(r"^\| `(amazon\.[a-z-]+)`", PAGE, re.MULTILINE)
    assert sorted(named) == sorted(each.type for each in DOCUMENTS)


def test_its_bodies_are_judged_as_one(tmp_path):
    body = json.loads(re.search(r"```json\n(.*?)```", PAGE, re.DOTALL).group(1))
    form = json.loads(re.search(r"'request=(.*?)'", PAGE).group(1))
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'page.sqlite3'}"))
    answers = [app.test_client().post("/v1/evaluations", json=each) for each in (body, form)]
    app.extensions["sellervitals"].store.close()
    assert [each.status_code for each in answers] == [201, 201]
    outcomes = {each["rule"]: each["outcome"] for each in answers[0].json["findings"]}
    assert outcomes["amazon.account-status"] == "pass"
    assert outcomes["amazon.excess-inventory"] == "warn"
