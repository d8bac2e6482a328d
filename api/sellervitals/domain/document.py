"""Native documents: what a reader recognises and what it makes of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sellervitals.domain.fault import MetadataError, described, function, many, owned, text
from sellervitals.domain.marketplace import Notice
from sellervitals.domain.measurement import Measurement
from sellervitals.domain.remediation import Reference
from sellervitals.domain.table import Table


class UnreadableError(ValueError):
    """A document that was recognised cannot be read at all.

    Args:
        pointer: JSON pointer of the place, or ``/row/7`` in a table.
        problem: a sentence.
    """

    def __init__(self, pointer: str, problem: str) -> None:
        super().__init__(problem)
        self.pointer = pointer
        self.problem = problem


class Reading(NamedTuple):
    """What a reader found: measurements of one or several sites, and what it did not use.

    ``sites`` lists every site the document speaks of, in its order; None stands for a site it does not name.
    ``ignored`` lists unknown keys, ``notices`` what else a reader of the answer must know. ``tables``
    are left to the marketplace's roll-ups; ``history`` holds measurements older than those to be judged.
    ``main_site`` is the site that the document itself calls the seller's main one.
    """

    measurements: tuple[Measurement, ...]
    sites: tuple[str | None, ...] = ()
    observed_at: datetime | None = None
    seller_id: str | None = None
    ignored: tuple[Notice, ...] = ()
    notices: tuple[Notice, ...] = ()
    tables: tuple[Table, ...] = ()
    history: tuple[Measurement, ...] = ()
    main_site: str | None = None


@described
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """A native document that a plugin understands.

    Args:
        type: ``<plugin>.<kebab-name>``.
        title: as the marketplace names it.
        media_type: ``application/json``, ``text/tab-separated-values`` or ``text/csv``.
        recognises: says by content alone whether this is such a document. JSON arrives parsed (numbers as int
            or Decimal), everything else as text. Must not raise.
        read: turns the content into measurements and tables; raises UnreadableError.
        metrics: the ids of the metrics it can bring, itself or through roll-ups.
        references: where the format is described.
        personal: whether it names people, such as buyers: a request that holds one is judged, and its body is
            never kept.
    """

    type: str
    title: str
    media_type: str
    recognises: Callable[[Any], bool]
    read: Callable[[Any], Reading]
    metrics: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    personal: bool = False

    def __post_init__(self) -> None:
        subject = f"document {self.type}"
        owned(self.type, subject, "type")
        text(self.title, subject, "title")
        if self.media_type not in {"application/json", "text/tab-separated-values", "text/csv"}:
            raise MetadataError(subject, "media_type", f"must be a known type, not {self.media_type!r}")
        for name in ("recognises", "read"):
            function(getattr(self, name), subject, name)
        many(str, self.metrics, subject, "metrics")
        many(Reference, self.references, subject, "references")

    @property
    def marketplace(self) -> str:
        """The marketplace the document comes from."""
        return self.type.partition(".")[0]
