"""Profiles of own limits and weights, and waivers."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

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
