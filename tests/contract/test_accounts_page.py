"""What docs/accounts.md says and shows is what the service does."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from threading import Thread

import pytest
from werkzeug.serving import make_server

from sellervitals.app import create_app
from sellervitals.changes import Change
from sellervitals.config import Settings
from sellervitals.limits import FAULTS_ANSWERED, IMPORT_LINES, IMPORT_READ, SERIES
from sellervitals.schemas.examples import EXAMPLES

PAGE = (Path(__file__).parents[2] / "docs" / "accounts.md").read_text("utf-8")
LINES = "".join(
    json.dumps({**EXAMPLES["plain-metrics"], "as_of": day}) + "\n"
    for day in ("2026-11-20", "2014-12-31", "2026-11-21")
)


@pytest.fixture
def app(tmp_path):
    made = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'page.sqlite3'}", log_level="ERROR"))
    yield made
    made.extensions["sellervitals"].store.close()


def shown(kind):
    (block,) = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    return block


def test_o09_the_point_on_the_page_is_in_the_example():
    point = json.loads(shown("json"))
    (limit,) = point.pop("limits")
    real = next(each for each in EXAMPLES["series"]["data"] if each["day"] == point["day"])
    assert point.items() <= real.items()
    assert limit["limit"].items() <= real["limits"][0]["limit"].items()


def test_every_list_is_explained_once_and_every_address_is_there(app):
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == [each.value for each in Change]
    addresses = re.findall(r"^\| `GET (/v1/accounts[^?`]*)", PAGE, re.MULTILINE)
    rules = {re.sub("<(account_)?", "{", each.rule).replace(">", "}") for each in app.url_map.iter_rules()}
    assert set(addresses) == {each for each in rules if each.startswith("/v1/accounts")}
    assert f"up to {SERIES[-1]:,} points" in PAGE
    assert f"at most {IMPORT_LINES:,} lines and {IMPORT_READ:,}\nmeasurements" in PAGE
    assert f"up to {FAULTS_ANSWERED}, with the number" in PAGE
    assert f"split -l {IMPORT_LINES}" in PAGE


@pytest.mark.skipif(shutil.which("curl") is None, reason="NOT TRIED: the command of the page needs curl")
def test_a_file_of_dated_snapshots_goes_in_as_the_page_says(app, tmp_path):
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    (tmp_path / "snapshots.ndjson").write_text(LINES, "utf-8")
    command = shown("sh").replace("127.0.0.1:8000", f"127.0.0.1:{server.server_port}")
    for _ in range(2):
        done = subprocess.run(command, shell=True, check=True, cwd=tmp_path, timeout=60, capture_output=True)  # noqa: S602 - the page's own
        assert json.loads(done.stdout)["imported"] == 3
    server.shutdown()
    thread.join()
    server.server_close()
    client = app.test_client()
    (account,) = client.get("/v1/accounts").json["data"]
    assert account["latest"][0]["as_of"] == "2026-11-21"
    history = client.get(f"/v1/accounts/{account['id']}/history").json["data"]
    assert [each["as_of"] for each in history] == [
        day for day in ("2026-11-21", "2026-11-20", "2014-12-31") for _ in range(2)
    ]
    points = client.get(f"/v1/accounts/{account['id']}/metrics/order_defect_rate").json["data"]
    assert [(each["day"], len(each["limits"])) for each in points] == [
        ("2014-12-31", 0),
        ("2026-11-20", 1),
        ("2026-11-21", 1),
    ]
