"""Tables of an account, such as one row per SKU, and the roll-ups that make measurements of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sellervitals.domain.fault import MetadataError, described, function, many, text
from sellervitals.domain.measurement import Measurement


class Table(NamedTuple):
    """The rows of one document about one site.

    ``name`` is the document's type; ``rows`` are objects of the plugin's own making; ``observed_on`` is the
    day they stand for, if the document says.
    """

    name: str
    rows: Sequence[Any]
    site: str | None = None
    observed_on: date | None = None


class Tables(NamedTuple):
    """All tables of one account on one site, and the day whose policy counts."""

    day: date
    site: str | None
    by_name: Mapping[str, Table]

    def rows(self, name: str) -> Sequence[Any]:
        """The rows of a document type; none where it was not given."""
        table = self.by_name.get(name)
        return () if table is None else table.rows

    def __contains__(self, name: object) -> bool:
        """Say whether such a document was given, even one without rows."""
        return name in self.by_name


Measure = Callable[[Tables], Iterable[Measurement]]


@described
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rollup:
    """Makes measurements of one metric out of tables, for that metric's rule to judge like any other.

    A metric that was reported as such is not rolled up: what the marketplace says comes first.

    Args:
        metric: the id of the metric it measures.
        tables: document types; it is asked when at least one of them was given.
        measure: gives measurements with a ``breakdown``; ``document`` and ``pointer`` say where they come
            from. It gives none where the tables do not suffice. Must not change the tables.
    """

    metric: str
    tables: tuple[str, ...]
    measure: Measure

    def __post_init__(self) -> None:
        subject = f"rollup {self.metric}"
        text(self.metric, subject, "metric")
        many(str, self.tables, subject, "tables")
        if not self.tables:
            raise MetadataError(subject, "tables", "must name at least one")
        function(self.measure, subject, "measure")
