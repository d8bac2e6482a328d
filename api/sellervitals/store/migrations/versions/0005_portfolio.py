"""What a portfolio is ranked by, out of each account's latest evaluation of each site."""

import json
from decimal import Decimal
from typing import Any
from zlib import decompress

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

AT_ONCE = 200
"""Results that are read together."""
SEVERITIES = ("critical", "high", "medium", "low")
UNSURE, CLEAR = 4, 5

identifier = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
KEY = ("tenant", "account_id", "site")
sites = sa.table("account_sites", *map(sa.column, (*KEY, "evaluation_id")), sa.column("as_of", sa.Date))
evaluations = sa.table(
    "evaluations",
    *map(sa.column, ("tenant", "id", "marketplace", "score", "band", "coverage", "level", "result")),
)


def upgrade() -> None:
    bind = op.get_bind()
    # a new table, because neither database adds a column that has no default and may not be empty
    known = list(bind.execute(sa.select(sites).order_by(*(sites.c[name] for name in KEY))).mappings())
    op.drop_table("account_sites")
    made = _table()
    for start in range(0, len(known), AT_ONCE):
        some = known[start : start + AT_ONCE]
        results = _results(bind, some)
        bind.execute(
            made.insert(),
            [{**each, **_summed_up(results[each["tenant"], each["evaluation_id"]])} for each in some],
        )


def _results(bind: sa.Connection, some: list[Any]) -> dict[tuple[str, str], Any]:
    it = evaluations.c
    names = [(each["tenant"], each["evaluation_id"]) for each in some]
    query = sa.select(evaluations).where(sa.tuple_(it.tenant, it.id).in_(names))
    return {(row.tenant, row.id): row for row in bind.execute(query)}


def _summed_up(evaluation: Any) -> dict[str, Any]:
    """Read what an evaluation's findings put at stake, as they are written in its result."""
    findings = json.loads(decompress(evaluation.result))["findings"]
    failed, warned, errors = (
        [each for each in findings if each["outcome"] == outcome] for outcome in ("fail", "warn", "error")
    )
    gravity = min((SEVERITIES.index(each["severity"]) for each in failed), default=CLEAR)
    if gravity == CLEAR and (errors or evaluation.band == "unknown"):
        gravity = UNSURE
    lost = sum(Decimal(each.get("points_lost") or 0) for each in failed + warned)
    return {
        "marketplace": evaluation.marketplace,
        "score": None if evaluation.score is None else int(Decimal(evaluation.score).scaleb(2)),
        "band": evaluation.band,
        "coverage": int(Decimal(evaluation.coverage).scaleb(4)),
        "level": evaluation.level,
        "gravity": gravity,
        "failed": len(failed),
        "warned": len(warned),
        "errors": len(errors),
        "points": int(-lost * 100),
        "money": _money(failed + warned),
    }


def _money(findings: list[dict[str, Any]]) -> str | None:
    found: dict[str, list[str]] = {}
    for each in findings:
        money = each.get("money")
        if money and Decimal(money["amount"]) > 0:
            found.setdefault(money["currency"], []).append(money["amount"])
    listed = [(code, max(amounts, key=Decimal), len(amounts)) for code, amounts in sorted(found.items())]
    return json.dumps(listed) if listed else None


def _table() -> sa.Table:
    made = op.create_table(
        "account_sites",
        sa.Column("tenant", identifier, nullable=False),
        sa.Column("account_id", identifier, nullable=False),
        sa.Column("site", identifier, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("evaluation_id", identifier, nullable=False),
        sa.Column("marketplace", sa.Text, nullable=False),
        sa.Column("score", sa.Integer),
        sa.Column("band", sa.Text, nullable=False),
        sa.Column("coverage", sa.Integer, nullable=False),
        sa.Column("level", sa.Text),
        sa.Column("gravity", sa.Integer, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("warned", sa.Integer, nullable=False),
        sa.Column("errors", sa.Integer, nullable=False),
        sa.Column("points", sa.Integer, nullable=False),
        sa.Column("money", sa.Text),
        sa.PrimaryKeyConstraint("tenant", "account_id", "site", name="account_sites_pkey"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "account_sites_by_gravity",
        "account_sites",
        ["tenant", "gravity", "points", "coverage", "account_id", "site"],
    )
    return made
