"""The tables. The tenant leads every key, so that no row is reachable without naming it.

Ids sort by time. So the primary key is the page's order too, new rows go to the end of every table, and a
seller's history needs one small index on evaluations; one on measurements would make saving half as slow
again. Measurements have no foreign key: they are only ever saved together with their evaluation, and
PostgreSQL's check of it row by row would cost as much as the rows.

``created_at`` and ``observed_at`` are microseconds since 1970 in UTC; ``score``, ``coverage``, ``value`` and
``target`` are decimals as text, since SQLite would make floats of them; ``result`` is compressed with zlib.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Index,
    Integer,
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
    PrimaryKeyConstraint("tenant", "id", name="evaluations_pkey"),
    Index("evaluations_by_seller", "tenant", "seller_id", "id"),
    sqlite_with_rowid=False,
)

measurements = Table(
    "measurements",
    metadata,
    Column("tenant", Identifier, nullable=False),
    Column("evaluation_id", Identifier, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("metric", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("unit", Text, nullable=False),
    Column("segment", Text),
    Column("window_from", Date),
    Column("window_to", Date),
    Column("value", Text),
    Column("numerator", BigInteger),
    Column("denominator", BigInteger),
    Column("target", Text),
    Column("comparator", Text),
    Column("verdict", Text),
    PrimaryKeyConstraint("tenant", "evaluation_id", "ordinal", name="measurements_pkey"),
    sqlite_with_rowid=False,
)
