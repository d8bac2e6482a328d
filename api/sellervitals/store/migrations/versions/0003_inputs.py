"""What evaluations were made of; of those that are there nobody kept it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

identifier = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "inputs",
        sa.Column("tenant", identifier, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("content_type", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "digest", name="inputs_pkey"),
    )
    op.add_column("evaluations", sa.Column("input", sa.LargeBinary))
    op.add_column("evaluations", sa.Column("context", sa.LargeBinary))
