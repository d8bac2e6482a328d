"""Evaluations and their measurements."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

identifier = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "evaluations",
        sa.Column("tenant", identifier, nullable=False),
        sa.Column("id", identifier, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("marketplace", sa.Text, nullable=False),
        sa.Column("site", sa.Text),
        sa.Column("seller_id", sa.Text),
        sa.Column("observed_at", sa.BigInteger),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("score", sa.Text),
        sa.Column("band", sa.Text, nullable=False),
        sa.Column("coverage", sa.Text, nullable=False),
        sa.Column("level", sa.Text),
        sa.Column("result", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id", name="evaluations_pkey"),
        sqlite_with_rowid=False,
    )
    op.create_index("evaluations_by_seller", "evaluations", ["tenant", "seller_id", "id"])
    if op.get_bind().dialect.name == "sqlite":
        _tell_the_planner()
    op.create_table(
        "measurements",
        sa.Column("tenant", identifier, nullable=False),
        sa.Column("evaluation_id", identifier, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("metric", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("segment", sa.Text),
        sa.Column("window_from", sa.Date),
        sa.Column("window_to", sa.Date),
        sa.Column("value", sa.Text),
        sa.Column("numerator", sa.BigInteger),
        sa.Column("denominator", sa.BigInteger),
        sa.Column("target", sa.Text),
        sa.Column("comparator", sa.Text),
        sa.Column("verdict", sa.Text),
        sa.PrimaryKeyConstraint("tenant", "evaluation_id", "ordinal", name="measurements_pkey"),
        sqlite_with_rowid=False,
    )


def _tell_the_planner() -> None:
    # Without statistics SQLite walks a tenant's whole table for one seller's page. These say how many rows
    # the table has, share a tenant, share a seller: whatever they really are, the index is the narrower way.
    op.execute("ANALYZE")
    op.execute(
        "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES"
        " ('evaluations', 'evaluations', '1000000 1000000 1'),"
        " ('evaluations', 'evaluations_by_seller', '1000000 1000000 200 1')"
    )
    op.execute("ANALYZE sqlite_schema")  # reads them
