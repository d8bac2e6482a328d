"""The feedback report names buyers: nothing of them leaves the reader, through the whole service."""

import json
import logging
import zlib

import pytest
from sqlalchemy import MetaData, create_engine

from sellervitals.app import create_app
from sellervitals.config import Settings

HEADER = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email"
GOOD = "10/20/23\t1\tLiar and thief, says Jane\tDear Jane\t111-1234567-7654321\tjane.doe@example.com"
PLACEHOLDER = "10/20/23\tRating\tComments of Rita\tAnswer\tOrder ID\trita@example.com"
SHIFTED = "jane.doe@example.com\t2\tx\ty\tjane.doe@example.com\tz"
BROKEN = "10/20/23\tjane.doe@example.com\tLiar\tDear Jane\t111-1234567-7654321\tjane.doe@example.com"
SHORT = "10/20/23\t1\tjane.doe@example.com"
WORDS = ("jane", "rita", "example.com", "@", "Liar", "thief", "Dear")


@pytest.fixture
def address(tmp_path):
    return f"sqlite:///{tmp_path}/privacy.sqlite3"


@pytest.fixture
def post(address, caplog):
    app = create_app(Settings(database_url=address))
    caplog.set_level(logging.DEBUG)

    def send(*rows):
        body = {
            "account": {"marketplace": "amazon", "site": "US"},
            "documents": [{"content": "\n".join((HEADER, *rows))}],
        }
        return app.test_client().post("/v1/evaluations", json=body)

    yield send
    app.extensions["sellervitals"].store.close()


def _unnamed(written):
    lowered = written.casefold()
    return [word for word in WORDS if word.casefold() in lowered] == []


def _stored(address):
    """Everything in the database, with what is compressed unpacked."""
    engine, tables = create_engine(address), MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        rows = [row for table in tables.tables.values() for row in connection.execute(table.select())]
    engine.dispose()
    found = []
    for row in rows:
        for value in row:
            unpacked = zlib.decompress(value) if isinstance(value, bytes) and value[:1] == b"x" else value
            found.append(repr(unpacked))
    return "\n".join(found)


def test_s32_neither_answer_nor_store_nor_log_names_a_buyer(post, address, tmp_path, caplog):
    answer = post(GOOD, PLACEHOLDER, SHIFTED)
    assert answer.status_code == 201
    [finding] = [each for each in answer.json["findings"] if each["rule"] == "amazon.negative-feedback"]
    assert [each["id"] for each in finding["items"]] == ["row 4", "111-1234567-7654321"]
    assert _unnamed(answer.get_data(as_text=True))
    stored = _stored(address)
    assert "111-1234567-7654321" in stored
    assert _unnamed(stored)
    for file in tmp_path.glob("privacy.sqlite3*"):
        assert _unnamed(file.read_bytes().decode("latin-1").replace("@", ""))
    assert _unnamed(caplog.text)


@pytest.mark.parametrize("row", [BROKEN, SHORT])
def test_a_refusal_names_the_row_and_not_the_buyer(post, row, caplog):
    answer = post(GOOD, row)
    assert answer.status_code == 422
    assert "/row/3" in json.dumps(answer.json)
    assert _unnamed(answer.get_data(as_text=True))
    assert _unnamed(caplog.text)


def test_s32_what_names_people_is_not_kept_to_be_judged_again(address, post):
    answer = post(GOOD)
    client = create_app(Settings(database_url=address, log_level="ERROR")).test_client()
    again = client.post(f"/v1/evaluations/{answer.json['id']}/replay")
    assert (again.status_code, again.json["type"]) == (409, "/problems/not-replayable")
    assert "it names people" in again.json["detail"]
    listed = {each["type"]: each["personal"] for each in client.get("/v1/documents").json["data"]}
    assert [name for name, personal in listed.items() if personal] == ["amazon.seller-feedback"]
    line = json.dumps(
        {
            "account": {"marketplace": "amazon", "site": "US", "seller_id": "A1"},
            "as_of": "2023-11-01",
            "documents": [{"content": f"{HEADER}\n{GOOD}"}],
        }
    )
    lines = client.post("/v1/imports", data=line, content_type="application/x-ndjson")
    assert lines.status_code == 201
    assert _unnamed(_stored(address))
