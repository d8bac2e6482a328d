"""The stock list, one row per SKU, as Acme Desk exports it in TSV or CSV."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sellervitals import plugin as sdk

TYPE = "acme.stock-list"
WANTED = {"sku", "on-hand", "stuck", "reason", "yearly-cost", "counted-on"}
NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")


class Pile(NamedTuple):
    """What lies in Acme's warehouse of one SKU."""

    sku: str
    stuck: int
    reason: str
    cost: Decimal
    row: int


def recognises(content: Any) -> bool:
    """Say whether this is a stock list, by its columns."""
    return sdk.columns_of(content) >= WANTED


def read(content: Any) -> sdk.Reading:
    """Read every row; the first that cannot be read is named."""
    sheet = sdk.read_sheet(content)
    piles, days = [], set()
    for number, fields in sheet.rows():
        given = {name: fields[sheet.columns[name]] for name in WANTED}
        try:
            days.add(date.fromisoformat(given["counted-on"]))
        except ValueError:
            raise sdk.UnreadableError(f"/row/{number}", "counted-on must be a date.") from None
        stuck, cost = (_number(given[name], name, number) for name in ("stuck", "yearly-cost"))
        pile = Pile(given["sku"], int(stuck), given["reason"], cost, number)
        piles.append(pile)
    table = sdk.Table(TYPE, piles, observed_on=max(days, default=None))
    return sdk.Reading((), sites=(None,), tables=(table,))


def _number(text: str, name: str, row: int) -> Decimal:
    """Read a number that a stock list may hold."""
    if not NUMBER.fullmatch(text):
        raise sdk.UnreadableError(f"/row/{row}", f"{name} must be a number from 0 up.")
    return Decimal(text)


def stuck_units(tables: sdk.Tables) -> Iterable[sdk.Measurement]:
    """Count what does not sell, by its reason, with the costliest piles and what they cost together."""
    piles = [pile for pile in tables.rows(TYPE) if pile.stuck]
    table = tables.by_name[TYPE]
    inventory = table.observed_on or tables.day
    clearing = date(inventory.year + 1, 1, 31)
    items = [
        sdk.Item(
            pile.sku,
            situation=pile.reason,
            units=pile.stuck,
            money=sdk.Money(pile.cost, "USD", "yearly-cost of the stock list"),
            advice=("Lower the price until it sells.", "Take it back."),
            deadline=clearing,
            pointer=f"/row/{pile.row}",
        )
        for pile in piles
    ]
    total = sdk.Money(sum((pile.cost for pile in piles), Decimal(0)), "USD", "yearly-cost of the stock list")
    due = sdk.Deadline(clearing, sdk.DeadlineKind.REMOVAL, "Acme clears what is stuck.")
    yield sdk.Measurement(
        "stuck_units",
        value=Decimal(sum(pile.stuck for pile in piles)),
        parts={
            reason: sum(pile.stuck for pile in piles if pile.reason == reason)
            for reason in ("unlisted", "aged")
        },
        document=TYPE,
        breakdown=sdk.Breakdown.of(
            items,
            worst=lambda item: (item.money.amount if item.money else 0, item.id),
            money=total,
            deadlines=(due,) if piles else (),
        ),
        rebuilt_from="the stock list",
    )


STOCK = sdk.Document(
    type=TYPE,
    title="Stock list",
    media_type="text/tab-separated-values",
    recognises=recognises,
    read=read,
    metrics=("stuck_units",),
)
ROLLUPS = (sdk.Rollup(metric="stuck_units", tables=(TYPE,), measure=stuck_units),)
