"""One app on a database of its own, and clients for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from sellervitals.app import create_app
from sellervitals.config import Settings


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def app(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The service; everything that uses it runs on both kinds of database."""
    path: Path = tmp_path_factory.mktemp("store") / "http.sqlite3"
    url = f"sqlite:///{path}"
    if request.param == "postgresql":
        server = request.getfixturevalue("postgresql_server")
        url = server.set(drivername="postgresql").render_as_string(hide_password=False)
    made = create_app(Settings(database_url=url))
    yield made
    made.extensions["sellervitals"].store.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def stored(client: FlaskClient):
    """Count what is stored, through the door."""

    def count() -> int:
        total, cursor = 0, ""
        while True:
            page = client.get(f"/v1/evaluations?limit=100{cursor}").json
            total += len(page["data"])
            if not page["has_more"]:
                return total
            cursor = f"&cursor={page['next_cursor']}"

    return count
