"""The page on typed-in numbers lists what no report carries, and its example is judged."""

import json
import re
from pathlib import Path

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.domain.measurement import Unit
from sellervitals_amazon.documents import ALL as DOCUMENTS
from sellervitals_amazon.marketplace import AMAZON

PAGE = (Path(__file__).parents[3] / "docs" / "plain-metrics.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in row.strip("|").split("|")] for row in PAGE.splitlines() if row.startswith("| `")
]


def test_its_table_is_what_no_document_and_no_roll_up_gives():
    carried = {metric for document in DOCUMENTS for metric in document.metrics}
    carried |= {rollup.metric for rollup in AMAZON.rollups}
    assert sorted(row[0].strip("`") for row in ROWS) == sorted(AMAZON.by_id.keys() - carried)


def test_its_units_segments_and_words_are_those_of_the_metrics():
    for name, what, segment, _ in ROWS:
        metric = AMAZON.by_id[name.strip("`")]
        first = re.split("[,;]| of | with ", what)[0]
        units = {"rate": "ratio", **{unit.words: unit for unit in Unit}}
        assert units.get(first, "state") == metric.unit, name
        assert tuple(re.findall("`([^`]+)`", segment)) == metric.segments, name
        if metric.states:
            assert tuple(re.findall("`([^`]+)`", what)) == metric.states


def test_its_example_is_judged(tmp_path):
    body = json.loads(re.search(r"```json\n(.*?)```", PAGE, re.DOTALL).group(1))
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'page.sqlite3'}"))
    answer = app.test_client().post("/v1/evaluations", json=body, headers={"Prefer": "handling=strict"})
    listed = app.test_client().get(re.search(r"`GET (\S+)`", PAGE).group(1))
    app.extensions["sellervitals"].store.close()
    assert (answer.status_code, listed.status_code) == (201, 200)
    judged = {each["rule"] for each in answer.json["findings"] if each["outcome"] in {"pass", "warn", "fail"}}
    assert judged == {
        "amazon.contact-response-time",
        "amazon.customer-experience",
        "amazon.expired-orders",
        "amazon.report-consistency",
        "amazon.sfp-valid-tracking",
    }
