"""Acme's three rules."""

from decimal import Decimal

from sellervitals import plugin as sdk

STEPS = (
    sdk.Step(
        id="list-parcels",
        text="List the late parcels of the last 30 days by carrier and by warehouse.",
        effort=sdk.Effort.LOW,
        owner=sdk.Owner.OPERATIONS,
        channel="Acme Desk > Parcels",
    ),
    sdk.Step(
        id="raise-handling-time",
        text="Raise the handling time of the products that were late, until the cause is gone.",
        effort=sdk.Effort.LOW,
        owner=sdk.Owner.CATALOG,
    ),
    sdk.Step(
        id="change-carrier",
        text="Move the worst lane to another carrier.",
        effort=sdk.Effort.HIGH,
        owner=sdk.Owner.OPERATIONS,
    ),
)

LATE_RATE = sdk.Rule(
    id="acme.late-rate",
    title="Late rate",
    why="At 5 % or more Acme hides the seller's offers.",
    metric="late_rate",
    severity=sdk.Severity.HIGH,
    limits=(
        sdk.limit(
            "2025-01-01", must_be="below", fail=sdk.percent("6"), warn=sdk.percent("4"), source="parcels"
        ),
        sdk.limit(
            "2026-07-01", must_be="below", fail=sdk.percent("5"), warn=sdk.percent("4"), source="parcels"
        ),
        sdk.limit("2026-07-01", must_be="at_most", fail=sdk.percent("8"), source="parcels", sites=("SOUTH",)),
    ),
    steps=STEPS,
    references={"parcels": sdk.Reference("Parcel policy", "https://acme.example/sellers/parcels")},
    since="2.0",
)


STANDING = sdk.Rule(
    id="acme.standing",
    title="Standing",
    why="A suspended account sells nothing.",
    metric="standing",
    severity=sdk.Severity.CRITICAL,
    steps=(
        sdk.Step(
            id="read-notice",
            text="Read the suspension notice and write down every order that it names.",
            effort=sdk.Effort.LOW,
            owner=sdk.Owner.MANAGEMENT,
            deadline_days=1,
            evidence_to_keep="The notice itself.",
        ),
        *STEPS[:2],
    ),
    words=(
        sdk.word("GOLD", "pass"),
        sdk.word("PLAIN", "pass"),
        sdk.word("SUSPENDED", "fail", says="Acme has suspended the account."),
    ),
    calendar=(
        sdk.recurring(
            "2026-01-01",
            name="review",
            kind="review",
            weekday="friday",
            source="standing",
            says="Acme looks at every account.",
        ),
    ),
    references={"standing": sdk.Reference("How standing is made")},
    since="2.1",
)


def _stuck(case: sdk.Case) -> sdk.Verdict:
    """Judge as usual, and say what storing it costs at the rate in force."""
    verdict = sdk.compare(case)
    rate = sdk.figures_on(case.rule.figures, case.day, case.site).get("storage-per-unit")
    if not verdict.outcome.open or rate is None or not isinstance(case.value, Decimal):
        return verdict
    says = f"Each stuck unit at {rate.value} {rate.unit}, in force since {rate.since}."
    month = sdk.Estimate("storage_per_month", case.value * rate.value, "USD", says, sdk.Basis.TABLE)
    older = case.history.get("stuck_units", ())
    more = (
        f" It was {sdk.display(older[-1].value, sdk.Unit.COUNT)} before." if older and older[-1].value else ""
    )
    return verdict._replace(message=verdict.message + more, estimates=(month,))


STUCK_STOCK = sdk.Rule(
    id="acme.stuck-stock",
    title="Stuck stock",
    why="Above 100 units Acme takes no new stock.",
    metric="stuck_units",
    severity=sdk.Severity.MEDIUM,
    programme="Acme Storage",
    limits=(
        sdk.limit("2026-01-01", must_be="at_most", fail="100", source="stock"),
        sdk.limit("2027-03-01", must_be="at_most", fail="50", source="stock", announced="2026-10-01"),
    ),
    figures=(
        sdk.figure("2026-01-01", name="storage-per-unit", value="0.40", unit="USD a month", source="stock"),
    ),
    causes={
        "unlisted": (sdk.step("relist", sdk.Effort.LOW, sdk.Owner.CATALOG)("List again what has no offer."),),
        "aged": (
            sdk.step("discount", sdk.Effort.LOW, sdk.Owner.CATALOG)("Cut the price of what is oldest."),
        ),
    },
    steps=(
        sdk.step("advertise", sdk.Effort.LOW, sdk.Owner.MANAGEMENT)("Advertise what is stuck."),
        sdk.step("send-less", sdk.Effort.LOW, sdk.Owner.OPERATIONS)("Send four weeks of stock at most."),
        sdk.step("take-back", sdk.Effort.HIGH, sdk.Owner.OPERATIONS)("Take back what does not sell."),
    ),
    references={"stock": sdk.Reference("Stock policy", "https://acme.example/sellers/stock")},
    since="2.2",
    evaluate=_stuck,
)
