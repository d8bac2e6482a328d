"""Invoice defect rate: business buyers' orders without an invoice by the end of the next business day."""

from sellervitals import plugin as sdk
from sellervitals_amazon.remedies.invoice_defects import CAUSES
from sellervitals_amazon.sources import cite

STORES = ("UK", "DE", "FR", "IT", "ES")

RULE = sdk.Rule(
    id="amazon.invoice-defect-rate",
    title="Invoice defect rate",
    why="At 5 % or more Amazon may deactivate the account; every store is measured by itself.",
    metric="invoice_defect_rate",
    severity=sdk.Severity.CRITICAL,
    minimum_sample=21,  # fewer orders cannot bear a single missing invoice
    limits=(
        sdk.limit(
            "2020-01-01",
            announced="2020-01-01",
            sites=STORES,
            must_be="below",
            warn=sdk.percent("5"),
            warn_trust="official",
            source="invoices-2021",
            note="Advice until 4 April 2021; its first day is not published.",
        ),
        sdk.limit(
            "2021-04-05",
            announced="2021-04-05",
            sites=STORES,
            must_be="below",
            fail=sdk.percent("5"),
            warn=sdk.percent("3"),
            source="invoices",
            note="Amazon promised 90 days' notice of a change of this rule.",
        ),
    ),
    steps=(
        sdk.step("upload-missing", "medium", "finance", channel="Manage Orders > Upload invoice", days=0)(
            "Upload every missing invoice now; those that are late already count."
        ),
        sdk.step("automate", "medium", "finance", channel="Amazon VAT Calculation Service")(
            "Let Amazon's VAT calculation service issue the invoices, or connect an invoicing tool."
        ),
        sdk.step("daily-check", "low", "finance", channel="Business orders without an invoice")(
            "Look through the report and the orders without an invoice every day."
        ),
        sdk.step("next-business-day", "low", "finance", days=1, keep="time of each upload")(
            "Upload before the next business day ends, Friday's by Monday; public holidays give no extra day."
        ),
        sdk.step("credit-notes", "low", "finance")("Write credit notes for refunds too."),
    ),
    causes=CAUSES,
    references=cite("invoices", "invoices-2021"),
    since="0.1",
)
