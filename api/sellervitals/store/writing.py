"""The statements that save what several callers have ready, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from sqlalchemy import Connection, Engine, Table, delete, insert
from sqlalchemy.sql import bindparam

from sellervitals.store.rows import Row, Rows
from sellervitals.store.schema import account_sites, account_tags, accounts, evaluations, history, inputs

NAMED_ANEW = (
    " ON CONFLICT (tenant, id) DO UPDATE SET name = excluded.name"
    " WHERE excluded.name IS NOT NULL AND (accounts.name IS NULL OR accounts.name <> excluded.name)"
)
NEWER = (
    " ON CONFLICT (tenant, account_id, site)"
    " DO UPDATE SET as_of = excluded.as_of, evaluation_id = excluded.evaluation_id"
    " WHERE (excluded.as_of, excluded.evaluation_id) > (account_sites.as_of, account_sites.evaluation_id)"
)
KEPT_BEFORE = " ON CONFLICT (tenant, digest) DO NOTHING"
SAID_BEFORE = " ON CONFLICT (tenant, account_id, day, metric, digest) DO NOTHING"


class Writer:
    """Saves rows as they are: SQLAlchemy's parameters per row would cost as much as the writing.

    Rows that others may save too come in the order of their keys, accounts first: PostgreSQL's writers then
    wait for each other, and never in a circle.
    """

    def __init__(self, engine: Engine) -> None:
        tags = account_tags.c
        mine = (tags.tenant == bindparam("tenant"), tags.account_id == bindparam("account_id"))
        self._accounts = _insert(engine, accounts) + NAMED_ANEW
        self._sites = _insert(engine, account_sites) + NEWER
        self._untag = str(delete(account_tags).where(*mine).compile(dialect=engine.dialect))
        self._tags = _insert(engine, account_tags)
        self._inputs = _insert(engine, inputs) + KEPT_BEFORE
        self._evaluations = _insert(engine, evaluations)
        self._history = _insert(engine, history) + SAID_BEFORE

    def write(self, connection: Connection, batch: Sequence[Rows]) -> None:
        """Save everything; of two names or lists of tags for one account the later stays."""
        tags = {account: given for each in batch for account, given in each.tags.items()}
        labels = [(*account, tag) for account, given in tags.items() for tag in sorted(set(given))]
        work = (
            (self._accounts, _by_key(2, (each.accounts for each in batch))),
            (self._sites, _by_key(3, (each.sites for each in batch))),
            (self._untag, list(tags)),
            (self._tags, labels),
            (self._inputs, _by_key(2, (list(each.inputs.values()) for each in batch))),
            (self._evaluations, [row for each in batch for row in each.evaluations]),
            (self._history, _by_key(5, (each.history for each in batch))),
        )
        for statement, rows in work:
            if rows:
                connection.exec_driver_sql(statement, rows)


def _by_key(columns: int, several: Iterable[list[Row]]) -> list[Row]:
    """Sort rows by their first columns; those of one key stay in their order."""
    return sorted(chain.from_iterable(several), key=lambda row: row[:columns])


def _insert(engine: Engine, table: Table) -> str:
    """Write the statement that takes a row in the order of the table's columns."""
    return str(insert(table).compile(dialect=engine.dialect))
