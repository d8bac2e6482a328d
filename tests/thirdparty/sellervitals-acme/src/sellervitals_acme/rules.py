"""Acme's two rules."""

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


def _standing(case: sdk.Case) -> sdk.Verdict:
    """Judge the words that are known, and say of others that they are not."""
    if case.value == "SUSPENDED":
        return sdk.Verdict(sdk.Outcome.FAIL, "Acme has suspended the account.")
    if case.value in ("GOLD", "PLAIN"):
        return sdk.Verdict(sdk.Outcome.PASS, f"Acme lists the account as {case.value}.")
    return sdk.Verdict(sdk.Outcome.NO_DATA, f"Acme reports the unknown standing {case.value!r:.40}.")


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
    references={"standing": sdk.Reference("How standing is made")},
    since="2.1",
    evaluate=_standing,
)
