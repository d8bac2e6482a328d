"""One app per kind of database, and clients for it."""

import os
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import create_engine, text

from sellervitals.app import create_app
from sellervitals.config import Settings


def _database(server) -> str:
    """Make an empty database that lasts as long as the server; with xdist every process has its own."""
    name = f"sellervitals_http_{os.getpid()}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    address = server.set(drivername="postgresql", database=name)
    return str(address.render_as_string(hide_password=False))


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def app(request, tmp_path_factory) -> Iterator[Flask]:
    """An app on a database of its own; whatever uses it runs on both kinds."""
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path_factory.mktemp('store')}/http.sqlite3"
    else:
        address = _database(request.getfixturevalue("postgresql_server"))
    made = create_app(Settings(database_url=address))
    yield made
    made.extensions["sellervitals"].store.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def stored(client: FlaskClient) -> Callable[[], int]:
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
