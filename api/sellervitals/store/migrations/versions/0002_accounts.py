"""Accounts, and the history of their measurements, out of the evaluations that are there.

The measurements of evaluations without a seller id go: nobody knows whose they are, and nothing read them.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

from sellervitals.domain.rate import Rate
from sellervitals.store.ids import account_id, naming

revision = "0002"
down_revision = "0001"

AT_ONCE = 500
"""Evaluations that are read together."""

identifier = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
evaluations = sa.table(
    "evaluations",
    *map(sa.column, ("tenant", "id", "created_at", "marketplace", "site", "seller_id")),
    sa.column("as_of", sa.Date),
)
WINDOW = ("window_from", "window_to")
SAID = ("unit", "segment", *WINDOW, "value", "numerator", "denominator", "target", "comparator")
measurements = sa.table(
    "measurements",
    *map(sa.column, ("tenant", "evaluation_id", "ordinal", "metric", *(set(SAID) - set(WINDOW)), "verdict")),
    *(sa.column(name, sa.Date) for name in ("day", *WINDOW)),
)


def upgrade() -> None:
    op.create_index(
        "evaluations_by_account", "evaluations", ["tenant", "marketplace", "seller_id", "as_of", "id"]
    )
    made = _tables()
    bind = op.get_bind()
    if bind.dialect.name == "sqlite":
        _tell_the_planner()
    seen: dict[tuple[str, str], dict[str, Any]] = {}
    latest: dict[tuple[str, str, str], dict[str, Any]] = {}
    last = ("", "")
    while page := _page(bind, last):
        for row in page:
            account = account_id(row.tenant, row.marketplace, row.seller_id)
            known = {"tenant": row.tenant, "account_id": account}
            own = {"marketplace": row.marketplace, "seller_id": row.seller_id, "since": row.created_at}
            # ids sort by time: the first that is met is the oldest
            seen.setdefault((row.tenant, account), {"tenant": row.tenant, "id": account, **own})
            key = (row.tenant, account, row.site or "")
            newer = {**known, "site": key[2], "as_of": row.as_of, "evaluation_id": row.id}
            if key not in latest or latest[key]["as_of"] <= row.as_of:
                latest[key] = newer
            _take_over(bind, made["history"], row, account)
        last = (page[-1].tenant, page[-1].id)
    for name, rows in (("accounts", seen), ("account_sites", latest)):
        if rows:
            bind.execute(made[name].insert(), list(rows.values()))
    op.drop_table("measurements")


def _page(bind: sa.Connection, last: tuple[str, str]) -> list[Any]:
    it = evaluations.c
    query = sa.select(evaluations).where(it.seller_id.is_not(None))
    query = query.where(sa.tuple_(it.tenant, it.id) > sa.tuple_(*last)).order_by(it.tenant, it.id)
    return list(bind.execute(query.limit(AT_ONCE)))


def _take_over(bind: sa.Connection, history: sa.Table, of: Any, account: str) -> None:
    """Copy the measurements of an evaluation, unless an earlier one said the same."""
    it = measurements.c
    query = sa.select(measurements).where(it.tenant == of.tenant, it.evaluation_id == of.id)
    rows = []
    for each in bind.execute(query.order_by(it.ordinal)).mappings():
        said = {name: each[name] for name in SAID} | {"value": _deciding(each)}
        delivered = each["target"] is not None
        said["trust"], said["origin"] = ("official", "document") if delivered else (None, None)
        said["verdict"] = each["verdict"]
        rows.append(
            {
                "tenant": of.tenant,
                "account_id": account,
                "day": each["day"],
                "metric": each["metric"],
                "digest": naming((of.site, *said.values())),
                "evaluation_id": of.id,
                "site": of.site,
                **said,
            }
        )
    if rows:
        insert = {"sqlite": sqlite, "postgresql": postgresql}[bind.dialect.name].insert
        bind.execute(insert(history).on_conflict_do_nothing(), rows)


def _deciding(each: Any) -> str | None:
    """Give the value as reported, or what the counts say alone; nothing decides where nothing was counted."""
    value: str | None = each["value"]
    top, bottom = each["numerator"], each["denominator"]
    if bottom == 0:
        return None
    if value is None and top is not None and bottom is not None and each["unit"] == "ratio":
        return str(Rate(top, bottom))
    return value


def _tables() -> dict[str, sa.Table]:
    accounts = op.create_table(
        "accounts",
        sa.Column("tenant", identifier, nullable=False),
        sa.Column("id", identifier, nullable=False),
        sa.Column("marketplace", sa.Text, nullable=False),
        sa.Column("seller_id", sa.Text, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id", name="accounts_pkey"),
        sqlite_with_rowid=False,
    )
    account_sites = op.create_table(
        "account_sites",
        sa.Column("tenant", identifier, nullable=False),
        sa.Column("account_id", identifier, nullable=False),
        sa.Column("site", identifier, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("evaluation_id", identifier, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "account_id", "site", name="account_sites_pkey"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "account_tags",
        sa.Column("tenant", identifier, nullable=False),
        sa.Column("account_id", identifier, nullable=False),
        sa.Column("tag", identifier, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "account_id", "tag", name="account_tags_pkey"),
        sqlite_with_rowid=False,
    )
    op.create_index("account_tags_by_tag", "account_tags", ["tenant", "tag", "account_id"])
    history = op.create_table(
        "history",
        sa.Column("tenant", identifier, nullable=False),
        sa.Column("account_id", identifier, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("metric", identifier, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("evaluation_id", identifier, nullable=False),
        sa.Column("site", sa.Text),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("segment", sa.Text),
        sa.Column("window_from", sa.Date),
        sa.Column("window_to", sa.Date),
        sa.Column("value", sa.Text),
        sa.Column("numerator", sa.BigInteger),
        sa.Column("denominator", sa.BigInteger),
        sa.Column("target", sa.Text),
        sa.Column("comparator", sa.Text),
        sa.Column("trust", sa.Text),
        sa.Column("origin", sa.Text),
        sa.Column("verdict", sa.Text),
        sa.PrimaryKeyConstraint("tenant", "account_id", "day", "metric", "digest", name="history_pkey"),
        sqlite_with_rowid=False,
    )
    return {"accounts": accounts, "account_sites": account_sites, "history": history}


def _tell_the_planner() -> None:
    # As in 0001: an account has few evaluations of all there are, and a day of it hardly ever two.
    op.execute("DELETE FROM sqlite_stat1 WHERE idx = 'evaluations_by_account'")
    op.execute(
        "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES"
        " ('evaluations', 'evaluations_by_account', '1000000 1000000 1000000 200 1 1')"
    )
    op.execute("ANALYZE sqlite_schema")  # reads it
