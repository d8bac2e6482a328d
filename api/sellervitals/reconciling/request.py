"""A request with two sides, read: each side as an evaluation reads it, all faults of both at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo
from typing import Any, NamedTuple

from sellervitals.collector import spared
from sellervitals.domain.marketplace import Marketplace, Notice, Snapshot
from sellervitals.foresight.reconcile import Reconciliation, reconcile
from sellervitals.foresight.stated import Side
from sellervitals.intake import take
from sellervitals.payload import loaded
from sellervitals.plain_metrics import DOCUMENT
from sellervitals.plugins import Registry
from sellervitals.problems import Fault, RefusedError, at
from sellervitals.schemas.reconciliation import SIDE

SIDES = ("left", "right")


class Reconciled(NamedTuple):
    """Two sides held against each other, and what was remarked while they were read, by side."""

    marketplace: Marketplace
    sides: tuple[Side, Side]
    reconciliation: Reconciliation
    ignored: Mapping[str, Sequence[Notice]]
    notices: Mapping[str, Sequence[Notice]]
    assumptions: tuple[str, ...]


class _Taken(NamedTuple):
    """One side, read: its sites, the primary one first, and what the caller said of it."""

    snapshots: list[Snapshot]
    named_site: bool
    as_of: date | None


def reconciled(
    registry: Registry, given: Mapping[str, Any], faults: list[Fault], *, today: date
) -> Reconciled:
    """Read both sides of a request and hold them against each other.

    Args:
        registry: the readers and marketplaces.
        given: the body of each side, an envelope or a native document alone, and ``time_zones`` by side.
        faults: what was wrong with the request so far.
        today: the date of the request.

    Raises:
        RefusedError: with every fault of both sides, at ``/left/...`` and ``/right/...``.
    """
    found = {name: _taken(registry, name, given[name], today, faults) for name in SIDES if name in given}
    taken = {name: each for name, each in found.items() if each is not None}
    if faults:
        raise RefusedError.of(faults)
    left, right = (taken[name] for name in SIDES)
    mine, theirs = left.snapshots[0].marketplace, right.snapshots[0].marketplace
    if mine != theirs:
        detail = f"is about {theirs}, but left is about {mine}: only one marketplace can be compared."
        raise RefusedError.of([Fault("/right", "validation-failed", detail)])
    chosen = _of_one_site(left, right)
    zones: Mapping[str, tzinfo] = given.get("time_zones") or {}
    one, other = (
        Side(name, each.measurements, each.site, taken[name].as_of, zones.get(name), DOCUMENT)
        for name, each in zip(SIDES, chosen, strict=True)
    )
    marketplace = registry.marketplaces[mine]
    reconciliation = reconcile(one, other, marketplace)
    return Reconciled(
        marketplace,
        (one, other),
        reconciliation,
        {name: each.ignored for name, each in zip(SIDES, chosen, strict=True)},
        {name: each.notices for name, each in zip(SIDES, chosen, strict=True)},
        (*_of_accounts((one, other), chosen, marketplace), *_of_days((one, other), reconciliation)),
    )


def _taken(registry: Registry, name: str, body: Any, today: date, faults: list[Fault]) -> _Taken | None:
    """Read one side; None where it has faults, which are put to ``faults``.

    A metric that nobody knows is a fault here: who types a number in wants it compared.
    """
    try:
        with at(f"/{name}"):
            request = loaded(registry, body, SIDE).request
            with spared(request):
                snapshots = take(registry, request, today=today, strict=True)
    except RefusedError as refused:
        faults.extend(refused.faults)
        return None
    named = "site" in (request.get("account") or {})
    return _Taken(snapshots, named, request.get("as_of"))


def _of_one_site(left: _Taken, right: _Taken) -> tuple[Snapshot, Snapshot]:
    """Choose the site of each side: the primary ones, unless a side that named none has the other's too."""
    one, other = left.snapshots[0], right.snapshots[0]
    if one.site == other.site:
        return one, other
    if not left.named_site:
        for each in left.snapshots:
            if each.site == other.site:
                return each, other
    if not right.named_site:
        for each in right.snapshots:
            if each.site == one.site:
                return one, each
    return one, other


def _of_accounts(
    sides: tuple[Side, Side], chosen: tuple[Snapshot, Snapshot], marketplace: Marketplace
) -> list[str]:
    said = []
    known = [each for each in sides if each.site is not None]
    if len(known) == 1:
        (unknown,) = (each.name for each in sides if each.site is None)
        said.append(f"The {unknown} side names no site; it was taken to be about {known[0].site} too.")
    elif not known and marketplace.sites:
        said.append("Neither side names a site; both were taken to be about the same one.")
    sellers = [each.seller_id for each in chosen]
    if None not in sellers and sellers[0] != sellers[1]:
        said.append(f"The sides name different sellers, {sellers[0]} and {sellers[1]}; taken to be one.")
    older = [side.name for side, each in zip(sides, chosen, strict=True) if each.history]
    if older:
        said.append(
            f"Of several windows of one metric only the newest was compared ({' and '.join(older)} side)."
        )
    return said


def _of_days(sides: tuple[Side, Side], found: Reconciliation) -> list[str]:
    """Say what was taken for granted about the days that the numbers cover."""
    told = [
        [each.measurement.window is not None or each.measurement.period for each in (pair.left, pair.right)]
        for pair in found.differences
    ]
    said = []
    unzoned = [each.name for each in sides if each.zone is None]
    if unzoned and any(all(pair) for pair in told):
        of = f" on the {unzoned[0]} side" if len(unzoned) == 1 else ""
        said.append(f"No time zone was named{of}: days were taken to begin at the same hour on both sides.")
    if any(any(pair) and not all(pair) for pair in told):
        said.append("Where only one side says which days a number covers, both were taken to cover the same.")
    return said
