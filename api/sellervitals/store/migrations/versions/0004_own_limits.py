"""Profiles of own limits and weights, and waivers."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

identifier = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "profiles",
        sa.Column("tenant", identifier, nullable=False),
        sa.Column("name", identifier, nullable=False),
        sa.Column("marketplace", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "name", name="profiles_pkey"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "waivers",
        sa.Column("tenant", identifier, nullable=False),
        sa.Column("id", identifier, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("marketplace", sa.Text, nullable=False),
        sa.Column("seller_id", sa.Text, nullable=False),
        sa.Column("site", sa.Text),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("segment", sa.Text),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("until", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id", name="waivers_pkey"),
        sqlite_with_rowid=False,
    )
    op.create_index("waivers_by_account", "waivers", ["tenant", "marketplace", "seller_id", "id"])
    if op.get_bind().dialect.name == "sqlite":
        _tell_the_planner()


def _tell_the_planner() -> None:
    # As in 0001: an account has few of all the waivers there are, and every evaluation asks for them.
    op.execute(
        "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES"
        " ('waivers', 'waivers', '1000000 1000000 1'),"
        " ('waivers', 'waivers_by_account', '1000000 1000000 1000000 20 1')"
    )
    op.execute("ANALYZE sqlite_schema")  # reads it
