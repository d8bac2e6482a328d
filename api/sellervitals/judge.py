"""One request, judged: the path that HTTP and the command line share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sellervitals import __version__
from sellervitals.catalogue import Catalogue
from sellervitals.collector import spared
from sellervitals.encoding import Provenance, Sibling, encode
from sellervitals.engine import Engine, Evaluation
from sellervitals.intake import take
from sellervitals.own.waiving import WaiversOf, waived
from sellervitals.plugins import Registry


class Judged(NamedTuple):
    """One site's evaluation and its encoded result.

    ``id`` is None when it is not to be stored; then only the primary site, which is answered, has a body.
    """

    id: str | None
    evaluation: Evaluation
    body: bytes


class Judge:
    """Knows the plugins and judges requests by them."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.engine = Engine(registry)
        self.catalogue = Catalogue(registry)

    def judge(
        self,
        request: Mapping[str, Any],
        *,
        now: datetime,
        digest: str,
        new_id: Callable[[str | None], str] | None = None,
        strict: bool = False,
        waivers_of: WaiversOf | None = None,
    ) -> list[Judged]:
        """Judge every site of a loaded request body, the primary one first.

        Args:
            request: what the envelope's schema loaded.
            now: the time of the request, UTC.
            digest: of the input's bytes, as ``sha256:<hex>``.
            new_id: makes the id of a site's evaluation; None when nothing is to be stored.
            strict: refuse unknown metrics.
            waivers_of: finds the stored waivers of a seller, where there is a store.

        Raises:
            RefusedError: with every fault found.
        """
        with spared(request):
            snapshots = take(self.registry, request, today=now.date(), strict=strict)
        snapshots = waived(snapshots, waivers_of)
        found = [self.engine.evaluate(snapshot) for snapshot in snapshots]
        sites = [Sibling(None if new_id is None else new_id(each.snapshot.site), each) for each in found]
        provenance = self.provenance(found[0].snapshot.marketplace, digest)

        def body(site: Sibling) -> bytes:
            others = [other for other in sites if other is not site]
            return encode(
                site.evaluation, id=site.id, observed_at=now, provenance=provenance, siblings=others
            )

        primary, *rest = sites
        return [
            Judged(primary.id, primary.evaluation, body(primary)),
            *(Judged(each.id, each.evaluation, body(each) if each.id else b"") for each in rest),
        ]

    def provenance(self, marketplace: str, digest: str) -> Provenance:
        """Say what judges the accounts of a marketplace; ``digest`` is of the input."""
        return Provenance(
            engine=__version__,
            plugins=self.catalogue.versions[marketplace],
            policy_revision=self.catalogue.marketplaces[marketplace]["policy_revision"],
            input_digest=digest,
        )
