"""Every native document of every plugin, mutilated: a clear answer each time, and no stranger claims it."""

import json
import random
from copy import deepcopy
from pathlib import Path

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings

PLUGINS = Path(__file__).parents[1] / "plugins"
SAMPLES = sorted(PLUGINS.glob("*/payloads/*.json"))
ODD = (
    *(
        None,
        "",
        "-",
        "NaN",
        "5%",
        "1e5",
        "9" * 30,
        "x" * 5000,
        "\u202eabc",
        "a\x7fb",
        "9999-12-31T23:59:59-14:00",
    ),
    *(0, -1, True, 0.1, 10**15 - 1, 10**15, int("9" * 30), 253_402_300_799, 253_402_300_800),
    *([], {}, [[]], {"value": None}, [None, "abc"]),
)
DAYS = (None, None, "0001-01-01", "1900-01-01", "2026-12-31", "9000-01-01", "9999-12-31")
EACH = 25
"""Mutilated copies of each sample; some minutes of more found nothing else."""


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    made = create_app(
        Settings(database_url=f"sqlite:///{tmp_path_factory.mktemp('mutations')}/store.sqlite3")
    )
    yield made
    made.extensions["sellervitals"].store.close()


@pytest.fixture(scope="module")
def readers(app):
    return app.extensions["sellervitals"].judge.registry.documents.values()


def places(node):
    """Every container and key inside."""
    keys = node.keys() if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for key in keys:
        yield node, key
        yield from places(node[key])


def mutilate(content, dice):
    """Change one place: another value, none at all, one more, or many of the same."""
    where, key = dice.choice(list(places(content)))
    value, odd = where[key], deepcopy(dice.choice(ODD))
    match dice.randrange(6):
        case 0:
            del where[key]
        case 1:
            where[key] = [value]
        case 2 if isinstance(value, list):
            where[key] = value * dice.choice((2, 300))
        case 3 if isinstance(value, dict):
            value["errors"] = odd
        case 4 if isinstance(value, list):
            value.append(odd)
        case _:
            where[key] = odd


def copies(sample):
    dice = random.Random(sample.name)
    for _ in range(EACH):
        content = json.loads(sample.read_text("utf-8"))
        for _ in range(dice.choice((1, 1, 2, 5))):
            if next(places(content), None) is not None:
                mutilate(content, dice)
        yield content, dice.choice(DAYS)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_mutilated_document_is_answered_clearly_and_claimed_by_no_stranger(app, readers, sample, caplog):
    marketplace = sample.parts[-3]
    for content, day in copies(sample):
        claimed = [each.type for each in readers if each.recognises(content)]
        assert claimed in ([], [each for each in claimed[:1] if each.startswith(f"{marketplace}.")]), content
        body = {"documents": [{"content": content}], **({} if day is None else {"as_of": day})}
        answer = app.test_client().post("/v1/evaluations", json=body)
        assert answer.status_code in {201, 413, 422}, body
        if answer.status_code == 201:
            result = answer.json
            assert "error" not in {each["outcome"] for each in result["findings"]}, body
            assert not {each["code"] for each in result["warnings"]} & {"level_failed", "rollup_failed"}, body
        assert "the reader of" not in answer.text, body
    assert not [each for each in caplog.records if each.exc_info], caplog.text
