"""PostgreSQL through psycopg, with a limit to every wait."""

from __future__ import annotations

from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.pq import TransactionStatus
from sqlalchemy import URL, Engine, create_engine, event

CONNECT_SECONDS = 2
STATEMENT_SECONDS = 5
POOL_SECONDS = 2
PING_SECONDS = 2
ANSWER_SECONDS = STATEMENT_SECONDS + 1
"""The server cuts a statement off by itself; only one that is frozen lets us wait longer."""

RV = TypeVar("RV")


class PatientConnection(psycopg.Connection[Any]):
    """A connection that gives up on a server that is there but does not answer.

    ``patience`` is in seconds: short while the pool asks whether the server lives, long while it works.
    """

    patience = PING_SECONDS

    def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
        """Wait for the server's answer; OperationalError when patience ends, and the connection with it."""
        try:
            return super().wait(gen, interval, self.patience if timeout is None else timeout)
        except psycopg.OperationalError:
            unanswered = self.info.transaction_status is TransactionStatus.ACTIVE
            if unanswered and self.patience != PING_SECONDS:
                self.pgconn.finish()  # else its rollback would wait as long again
            raise


def engine(url: URL) -> Engine:
    """Build an engine; ``options`` in the URL are kept."""
    own = f"-c statement_timeout={STATEMENT_SECONDS}s"
    given = url.query.get("options", "")
    options = given if isinstance(given, str) else " ".join(given)
    made = create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        pool_timeout=POOL_SECONDS,
        connect_args={
            "connect_timeout": CONNECT_SECONDS,
            "tcp_user_timeout": 1000 * PING_SECONDS,
            "options": f"{options} {own}".strip(),
        },
        hide_parameters=True,
        paramstyle="format",
    )

    @event.listens_for(made, "do_connect")
    def _connect(_dialect: object, _record: object, arguments: Any, named: Any) -> Any:
        return PatientConnection.connect(*arguments, **named)

    @event.listens_for(made, "checkout")
    def _work(connection: PatientConnection, _record: object, _proxy: object) -> None:
        connection.patience = ANSWER_SECONDS

    @event.listens_for(made, "checkin")
    def _rest(connection: PatientConnection | None, _record: object) -> None:
        if connection is not None:
            connection.patience = PING_SECONDS

    return made
