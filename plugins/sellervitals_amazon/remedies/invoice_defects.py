"""What to do against invoice defects: by missing and by late invoices."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

CAUSES: Mapping[str, tuple[sdk.Step, ...]] = {
    "missing invoices": (
        sdk.step("list-missing", "low", "finance", channel="Invoice defect report", keep="the report")(
            "List the orders without an invoice, store by store; a receipt will do if you owe no VAT."
        ),
        sdk.step("every-business-order", "low", "finance")(
            "Look at every order of a business buyer: they count even if you never joined Amazon Business."
        ),
    ),
    "late invoices": (
        sdk.step("invoice-with-shipment", "medium", "finance", keep="time of each upload")(
            "Upload with the confirmation of shipment: the time ends at 23:59 of the next business day,"
            " Monday to Friday."
        ),
        sdk.step("late-ones-stay", "low", "finance")(
            "Note when their orders leave the window: a late invoice counts until then, whatever you do."
        ),
    ),
}
