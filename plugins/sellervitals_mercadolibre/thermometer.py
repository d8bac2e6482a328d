"""The thermometer: the one table of its bounds per site, and the limits that are made of it.

Everything is the largest share that a colour allows, in percent, state of September 2026. When these figures
began is not published; they are held from the first day of the scale of 2023 on, and nothing before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.metrics import LOGISTICS

CLAIMS, CANCELLATIONS, DELAYS = "claims_rate", "cancellations_rate", "delayed_handling_rate"


class Row(NamedTuple):
    """What a metric may be: as a MercadoLíder, and in each colour; beyond orange it is red."""

    leader: str
    green: str
    yellow: str
    orange: str


_ARGENTINA_AND_MEXICO = {
    CLAIMS: Row("1", "1.5", "3", "6"),
    CANCELLATIONS: Row("0.5", "1", "2.5", "3"),
    DELAYS: Row("8", "10", "15", "22"),
}
_BRAZIL = {
    CLAIMS: Row("1", "2", "4.5", "8"),
    CANCELLATIONS: Row("0.5", "1.5", "3.5", "4"),
    DELAYS: Row("6", "10", "18", "22"),
}
_CHILE_COLOMBIA_AND_URUGUAY = {
    CLAIMS: Row("2.5", "3.5", "5.5", "7"),
    CANCELLATIONS: Row("1.5", "2.5", "7", "9"),
    DELAYS: Row("10", "12", "18", "26"),
}

TABLE: Mapping[str, tuple[str, Mapping[str, Row]]] = {
    "MLB": ("2023-03-21", _BRAZIL),
    "MLA": ("2023-04-10", _ARGENTINA_AND_MEXICO),
    "MLM": ("2023-04-12", _ARGENTINA_AND_MEXICO),
    "MLC": ("2023-04-19", _CHILE_COLOMBIA_AND_URUGUAY),
    "MCO": ("2023-04-19", _CHILE_COLOMBIA_AND_URUGUAY),
    "MLU": ("2023-04-19", _CHILE_COLOMBIA_AND_URUGUAY),
}
"""The first day of the scale and its rows, by site."""

_CLAIMS_ACROSS_BORDERS = {"MLM": "2", "MLB": "3", "MLC": "4", "MCO": "4"}
_DELAYS_ACROSS_BORDERS = {"green": "15", "yellow": "20", "orange": "30"}
"""What an undated page for cross-border sellers names; late handling is about what they ship themselves."""

_DATED = "The figures are those of September 2026; when they began is not published."
_WARNED = "The warning level is what a MercadoLíder may have."
_OWN_PAGE = "From an undated page for cross-border sellers."
_NO_PAGE = "The pages for cross-border sellers name none: this is the line of the site's own sellers."


def limits(metric: str, colour: str) -> tuple[sdk.Limit, ...]:
    """Limit a metric to a colour on every site; green warns beyond what a MercadoLíder may have."""
    return (*_domestic(metric, colour), *_across_borders(metric, colour))


def _domestic(metric: str, colour: str) -> Iterator[sdk.Limit]:
    for site, (since, rows) in TABLE.items():
        row = rows[metric]
        yield sdk.limit(
            since,
            announced=since,
            sites=(site,),
            must_be="at_most",
            fail=sdk.percent(getattr(row, colour)),
            warn=sdk.percent(row.leader) if colour == "green" else None,
            warn_must_be="at_most",
            trust="reported",
            warn_trust="reported",
            source="thermometer",
            note=f"{_DATED} {_WARNED}" if colour == "green" else _DATED,
        )


def _across_borders(metric: str, colour: str) -> Iterator[sdk.Limit]:
    """Limit cross-border sellers by what their own page names, else by the site's table; never a verdict."""
    for segment in LOGISTICS:
        for site, (since, rows) in TABLE.items():
            named = _named(metric, colour, site, segment)
            yield sdk.limit(
                since,
                announced=since,
                sites=(site,),
                segment=segment,
                must_be="at_most",
                fail=sdk.percent(named or getattr(rows[metric], colour)),
                trust="suggested",
                source="cross-border" if named else "thermometer",
                note=_OWN_PAGE if named else _NO_PAGE,
            )


def _named(metric: str, colour: str, site: str, segment: str) -> str | None:
    """Find what the page for cross-border sellers names; None where it names nothing."""
    if metric == CLAIMS and colour == "green":
        return _CLAIMS_ACROSS_BORDERS.get(site)
    if metric == DELAYS and segment == "remote" and site in _CLAIMS_ACROSS_BORDERS:
        return _DELAYS_ACROSS_BORDERS[colour]
    return None


GREEN = {metric: limits(metric, "green") for metric in (CLAIMS, CANCELLATIONS, DELAYS)}
YELLOW = {metric: limits(metric, "yellow") for metric in GREEN}
ORANGE = {metric: limits(metric, "orange") for metric in GREEN}


def forecast(metric: str) -> tuple[sdk.Limit, ...]:
    """Warn beyond green and never fail: what a protection leaves out does not count while it lasts."""
    return tuple(
        sdk.limit(
            f"{each.since}",
            announced=f"{each.announced}",
            sites=each.sites,
            segment=each.segment,
            must_be=each.must_be,
            warn=each.fail,
            warn_must_be=each.must_be,
            warn_trust=each.trust,
            source=each.source,
            note="What is green, as it counts as soon as the protection ends.",
        )
        for each in GREEN[metric]
    )
