"""The tables. The tenant leads every key, so that no row is reachable without naming it.

Ids sort by time. So the primary key of evaluations is the page's order too, new rows go to the end, and a
seller's list and an account's history need one small index each.

``inputs`` holds request bodies as they came, by their digest: the same body again is the same row. It keeps
SQLite's row ids, so that large bodies go to the end and only their digests are sorted in.

``history`` holds what was measured, once: the same said again is the same key. The day stands before the
metric there, so that what one evaluation adds lies side by side, however much history there is; a metric's
series reads past the others of its days. It has no foreign key: rows are only ever saved together with their
evaluation, and PostgreSQL's check of it row by row would cost as much as the rows.

``created_at``, ``observed_at`` and ``since`` are microseconds since 1970 in UTC; ``score``, ``coverage``,
``value`` and ``target`` are decimals as text, since SQLite would make floats of them; ``result`` and ``data``
are compressed with zlib.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Index,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

# PostgreSQL sorts text by the database's language unless told otherwise; ids sort by their bytes.
Identifier = Text().with_variant(Text(collation="C"), "postgresql")

metadata = MetaData()

evaluations = Table(
    "evaluations",
    metadata,
    Column("tenant", Identifier, nullable=False),
    Column("id", Identifier, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("marketplace", Text, nullable=False),
    Column("site", Text),
    Column("seller_id", Text),
    Column("observed_at", BigInteger),
    Column("as_of", Date, nullable=False),
    Column("score", Text),
    Column("band", Text, nullable=False),
    Column("coverage", Text, nullable=False),
    Column("level", Text),
    # Last, so that SQLite reads a summary without the pages that hold the result.
    Column("result", LargeBinary, nullable=False),
    # Read only where the result is read too. NULL where no input was kept.
    Column("input", LargeBinary),
    Column("context", LargeBinary),
    PrimaryKeyConstraint("tenant", "id", name="evaluations_pkey"),
    Index("evaluations_by_seller", "tenant", "seller_id", "id"),
    Index("evaluations_by_account", "tenant", "marketplace", "seller_id", "as_of", "id"),
    sqlite_with_rowid=False,
)

inputs = Table(
    "inputs",
    metadata,
    Column("tenant", Identifier, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("content_type", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("tenant", "digest", name="inputs_pkey"),
)

accounts = Table(
    "accounts",
    metadata,
    Column("tenant", Identifier, nullable=False),
    Column("id", Identifier, nullable=False),
    Column("marketplace", Text, nullable=False),
    Column("seller_id", Text, nullable=False),
    Column("name", Text),
    Column("since", BigInteger, nullable=False),
    PrimaryKeyConstraint("tenant", "id", name="accounts_pkey"),
    sqlite_with_rowid=False,
)

account_sites = Table(
    "account_sites",
    metadata,
    Column("tenant", Identifier, nullable=False),
    Column("account_id", Identifier, nullable=False),
    # Empty for a marketplace without sites: a key holds no NULL.
    Column("site", Identifier, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("evaluation_id", Identifier, nullable=False),
    PrimaryKeyConstraint("tenant", "account_id", "site", name="account_sites_pkey"),
    sqlite_with_rowid=False,
)

account_tags = Table(
    "account_tags",
    metadata,
    Column("tenant", Identifier, nullable=False),
    Column("account_id", Identifier, nullable=False),
    Column("tag", Identifier, nullable=False),
    PrimaryKeyConstraint("tenant", "account_id", "tag", name="account_tags_pkey"),
    Index("account_tags_by_tag", "tenant", "tag", "account_id"),
    sqlite_with_rowid=False,
)

history = Table(
    "history",
    metadata,
    Column("tenant", Identifier, nullable=False),
    Column("account_id", Identifier, nullable=False),
    Column("day", Date, nullable=False),
    Column("metric", Identifier, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("evaluation_id", Identifier, nullable=False),
    Column("site", Text),
    Column("unit", Text, nullable=False),
    Column("segment", Text),
    Column("window_from", Date),
    Column("window_to", Date),
    Column("value", Text),
    Column("numerator", BigInteger),
    Column("denominator", BigInteger),
    Column("target", Text),
    Column("comparator", Text),
    Column("trust", Text),
    Column("origin", Text),
    Column("verdict", Text),
    PrimaryKeyConstraint("tenant", "account_id", "day", "metric", "digest", name="history_pkey"),
    sqlite_with_rowid=False,
)
