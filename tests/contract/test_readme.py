"""The README says what is so: its commands run, and its samples are answers of the service."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from sellervitals.app import create_app
from sellervitals.config import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```\w*\n(.*?)```", README, flags=re.DOTALL)
COMMAND = Path(sys.executable).with_name("sellervitals")


def block(start):
    (found,) = [each for each in BLOCKS if each.lstrip().startswith(start)]
    return found


@pytest.fixture(scope="module")
def table():
    words = block(".venv/bin/sellervitals check").split()[1:]
    told = subprocess.run(
        [COMMAND, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "116"},
    )
    assert told.returncode == 1
    return [line.rstrip() for line in told.stdout.splitlines()]


def test_o09_the_curl_line_posts_a_file_that_answers_201_and_holds_the_sample(tmp_path):
    path = re.search(r"--data-binary @(\S+)", block("curl")).group(1)
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'readme.sqlite3'}"))
    answer = app.test_client().post(
        "/v1/evaluations", data=(ROOT / path).read_bytes(), content_type="application/json"
    )
    app.extensions["sellervitals"].store.close()
    assert answer.status_code == 201
    sample = json.loads(block("{"))
    (found,) = [each for each in answer.json["findings"] if each["rule"] == sample["rule"]]
    assert sample.pop("remediation") == ["..."]
    (evidence,) = sample.pop("evidence")
    assert evidence.items() <= found["evidence"][0].items()
    assert sample.items() <= found.items()


def test_the_sample_table_holds_lines_of_the_real_one_in_their_order(table):
    lines = iter(table)
    for line in block("Account").splitlines():
        assert line in lines, line


def test_every_make_target_named_exists():
    targets = set(
        re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    )
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", README, flags=re.MULTILINE))
    assert {"serve", "test"} <= named <= targets


def test_every_file_linked_exists():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_address_of_what_it_answers_is_one_and_every_link_leads_to_its_place():
    table = README.partition("## What it answers")[2].partition("\n## ")[0]
    document = yaml.safe_load((ROOT / "openapi.yaml").read_text(encoding="utf-8"))
    known = {
        (method.upper(), re.sub(r"\{\w+\}", "{}", path))
        for path, methods in document["paths"].items()
        for method in methods
    }
    named = re.findall(r"`(GET|POST|PUT) (/v1/[^`]+)`", table)
    assert len(named) > 10
    assert {(method, re.sub(r"\{\w+\}", "{}", path)) for method, path in named} <= known
    for page, place in re.findall(r"\]\(([^)#]+)#([^)]+)\)", README):
        heads = re.findall(r"^#+ (.+)$", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert place in {each.lower().replace(" ", "-") for each in heads}, (page, place)
