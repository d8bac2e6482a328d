"""What becoming and staying a MercadoLíder takes, as an undated help page names it: never a hard verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sellervitals import plugin as sdk

PROGRAMME = "MercadoLíder"

_SINCE = "2023-04-12"
_NOTE = "From an undated help page; the amounts are revised often. Its first day is not published."

_VOLUMES = {
    "MLA": ("ARS", {"silver": ("60", "380000"), "gold": ("180", "1300000"), "platinum": ("415", "3820000")}),
    "MLM": ("MXN", {"silver": ("100", "80000"), "gold": ("250", "240000"), "platinum": ("750", "640000")}),
}
"""Currency, and orders and billed amount by medal, by site."""

SHARES: Mapping[str, tuple[str, str]] = {
    "claims_rate": ("claims-below", "1"),
    "cancellations_rate": ("cancellations-below", "0.5"),
    "delayed_handling_rate": ("delays-below", "8"),
}
"""Name and percent of the quality gate by metric. Mediations, below 0.5 %, are in no document."""


def _figure(site: str, name: str, value: str, unit: str) -> sdk.Figure:
    return sdk.figure(
        _SINCE,
        name=name,
        value=value,
        unit=unit,
        sites=(site,),
        source="mercadolider",
        trust="suggested",
        note=_NOTE,
    )


def _gates() -> Iterator[sdk.Figure]:
    for site, (currency, medals) in _VOLUMES.items():
        for medal, (orders, billed) in medals.items():
            yield _figure(site, f"{medal}-orders", orders, "orders")
            yield _figure(site, f"{medal}-billed", billed, currency)
        for name, percent in SHARES.values():
            yield _figure(site, name, percent, "percent over 60 days")
        yield _figure(site, "months-registered", "3", "months")


GATES = tuple(_gates())
