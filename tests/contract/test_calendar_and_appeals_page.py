"""What docs/calendar-and-appeals.md shows is what the service answers."""

import json
import re
from pathlib import Path

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.schemas.examples import EXAMPLES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "calendar-and-appeals.md").read_text("utf-8")


def test_o09_the_plan_on_the_page_is_the_real_one(tmp_path):
    (body,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    (shown,) = re.findall(r"```markdown\n(.*?)```", PAGE, re.DOTALL)
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'page.sqlite3'}", log_level="ERROR"))
    client = app.test_client()
    made = client.post("/v1/evaluations", json=EXAMPLES["plain-metrics"]).headers["Location"]
    plan = client.post(
        f"{made}/plan-of-action", json=json.loads(body), headers={"Accept": "text/markdown"}
    ).text
    app.extensions["sellervitals"].store.close()
    assert plan.endswith(f"\n{shown}")
