"""Waivers held against findings: which one answers for which, and which for nothing any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sellervitals.domain.finding import Finding
from sellervitals.domain.marketplace import Notice, Snapshot
from sellervitals.domain.waiver import Looked, Waiver, WaiverState
from sellervitals.domain.wording import subject

WaiversOf = Callable[[str, str], Sequence[Waiver] | None]
"""Finds the stored waivers of a marketplace and seller; None where the store does not answer."""
_NOT_SEEN = Notice("waivers_unknown", "The store did not answer: stored waivers were not looked at.")


def waived(snapshots: Sequence[Snapshot], waivers_of: WaiversOf | None) -> list[Snapshot]:
    """Give each site of a request the waivers that are about it, of the request and of the store.

    A waiver of the request for a site that is not there stays with the primary one, which says so.
    """
    primary = snapshots[0]
    given = primary.waivers
    kept: Sequence[Waiver] | None = ()
    if waivers_of is not None and primary.seller_id is not None:
        kept = waivers_of(primary.marketplace, primary.seller_id)
    if kept is None:
        primary = primary._replace(notices=(*primary.notices, _NOT_SEEN))
    snapshots = [primary, *snapshots[1:]]
    if not given and not kept:
        return snapshots
    sites = {each.site for each in snapshots}
    lost = tuple(each for each in given if each.site is not None and each.site not in sites)
    found = []
    for each in snapshots:
        mine = tuple(one for one in (*given, *(kept or ())) if one.site in {None, each.site})
        found.append(each._replace(waivers=(*mine, *lost) if each is primary else mine))
    return found


def waive(findings: Sequence[Finding], snapshot: Snapshot, renamed: Mapping[str, str]) -> tuple[Looked, ...]:
    """Put waivers to the open findings that they are for, and say what became of each.

    Of several for one finding the one that lasts longest is put to it. The snapshot's day decides which are
    in force, their last day included.

    Args:
        findings: changed in place; only ``waiver`` is.
        snapshot: holds the waivers, the site and the day.
        renamed: the ids that rules have today by those they had before.
    """
    by_rule: dict[str, list[Finding]] = {}
    for each in findings:
        by_rule.setdefault(each.rule.id, []).append(each)
    looked = []
    for waiver in snapshot.waivers:
        known = by_rule.get(renamed.get(waiver.rule, waiver.rule), [])
        looked.append(Looked(waiver, _look(waiver, known, snapshot)))
    return tuple(looked)


def _look(waiver: Waiver, known: Iterable[Finding], snapshot: Snapshot) -> WaiverState:
    mine = [each for each in known if _is_for(waiver, each, snapshot.site)]
    if not mine:
        return WaiverState.UNMATCHED
    still_open = [each for each in mine if each.outcome.open]
    if not still_open:
        return WaiverState.IDLE
    if waiver.until < snapshot.day:
        return WaiverState.EXPIRED
    for each in still_open:
        if each.waiver is None or each.waiver.until < waiver.until:
            each.waiver = waiver
    return WaiverState.APPLIED


def _is_for(waiver: Waiver, finding: Finding, site: str | None) -> bool:
    """Say whether it is about a finding; where nothing was reported, nobody knows of which segments."""
    unreported = finding.shared and finding.segment is None
    return waiver.site in {None, site} and (waiver.segment in {None, finding.segment} or unreported)


def waiver_notices(looked: Iterable[Looked]) -> Iterator[Notice]:
    """Say which waivers are over while what they were for is open, and which are for nothing."""
    for waiver, state in looked:
        about = subject(waiver.rule, waiver.segment)
        named = f"The waiver of {about} by {waiver.owner}"
        if state is WaiverState.EXPIRED:
            yield Notice("waiver_expired", f"{named} ended on {waiver.until}: the finding is open again.")
        elif state is WaiverState.UNMATCHED:
            yield Notice("waiver_unmatched", f"{named} is for no finding of this evaluation.")
