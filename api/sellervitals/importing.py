"""Many dated snapshots at once: one request body a line, each judged by the policy of its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from sellervitals import strict_json
from sellervitals.domain.waiver import Waiver
from sellervitals.judge import Judge, Judged
from sellervitals.limits import FAULTS_ANSWERED, IMPORT_LINES, IMPORT_READ
from sellervitals.payload import digest
from sellervitals.problems import Fault, RefusedError
from sellervitals.schemas.evaluation import load


class Beside(Protocol):
    """What a request is judged by beside what it says: a stored profile, stored waivers."""

    def request(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """Put the stored profile in the place of its name; RefusedError when there is none."""

    def waivers_of(self, marketplace: str, seller_id: str) -> Sequence[Waiver] | None:
        """Find the waivers of a seller."""

    def context(self) -> bytes:
        """Write down what was found."""


class Imported(NamedTuple):
    """One line, judged: its number from 1 and its bytes, what it said of its account, each site's evaluation.

    ``context`` is what it was judged by beside that.
    """

    line: int
    data: bytes
    context: bytes
    account: dict[str, Any]
    judged: list[Judged]


class Importer:
    """Judges lines.

    Args:
        judge: knows the plugins.
        now: the time of the request, UTC.
        ids: of the evaluations, in the order of the lines.
        longest: how many bytes a line may have.
        beside: makes what a line is judged by beside what it says.
    """

    def __init__(
        self,
        judge: Judge,
        *,
        now: datetime,
        ids: Iterator[str],
        longest: int,
        beside: Callable[[], Beside],
    ) -> None:
        self._beside = beside
        self._judge = judge
        self._now = now
        self._ids = ids
        self._longest = longest

    def read(self, data: bytes) -> Iterator[Imported]:
        """Judge request bodies in JSON, one a line; lines without a character are passed over.

        One at a time, so that whoever is done with a line can let it go. Only when this ends without an error
        can all of them be used.

        Raises:
            RefusedError: at the end, with the faults of all lines, as many as are answered; pointers begin
                with the line.
        """
        lines = _lines(data)
        if not lines:
            raise RefusedError.of([Fault("", "validation-failed", "has no line to import.")])
        if len(lines) > IMPORT_LINES:
            detail = f"has {len(lines):,} lines, more than {IMPORT_LINES:,}."
            raise RefusedError.of([Fault("", "limit-exceeded", detail)])
        faults: list[Fault] = []
        measured = 0
        for number, line in lines:
            try:
                each = self._line(number, line)
            except RefusedError as refused:
                faults.extend(_placed(refused, number))
                if len(faults) >= FAULTS_ANSWERED:
                    break
                continue
            snapshots = [one.evaluation.snapshot for one in each.judged]
            measured += sum(len(one.measurements) + len(one.history) for one in snapshots)
            if measured > IMPORT_READ:
                detail = f"the lines up to this one hold more than {IMPORT_READ:,} measurements."
                faults.append(Fault(f"/{number}", "limit-exceeded", detail))
                break
            if not faults:
                yield each
        if faults:
            raise RefusedError.of(faults)

    def _line(self, number: int, line: bytes) -> Imported:
        if len(line) > self._longest:
            raise RefusedError("limit-exceeded", f"has more than {self._longest} bytes.")
        beside = self._beside()
        request = beside.request(_loaded(strict_json.loads(line)))
        judged = self._judge.judge(
            request,
            now=self._now,
            digest=digest(line),
            new_id=lambda _site: next(self._ids),
            waivers_of=beside.waivers_of,
        )
        if judged[0].evaluation.snapshot.seller_id is None:
            detail = "is needed: nobody would know whose history this is."
            raise RefusedError.of([Fault("/account/seller_id", "validation-failed", detail)])
        return Imported(number, line, beside.context(), request.get("account") or {}, judged)


def _lines(data: bytes) -> list[tuple[int, bytes]]:
    """Split at line feeds alone: JSON may hold every other line separator inside a text."""
    return [(number, line) for number, line in enumerate(data.split(b"\n"), 1) if line.strip(b" \t\r")]


def _loaded(body: Any) -> dict[str, Any]:
    """Load an envelope with what an import asks for beyond that; RefusedError names all that is wrong."""
    if not isinstance(body, dict):
        raise RefusedError.of([Fault("", "validation-failed", "must be an object.")])
    faults = []
    if "as_of" not in body:
        detail = "is needed: the day of the snapshot, whose policy it is judged by."
        faults.append(Fault("/as_of", "validation-failed", detail))
    if body.get("store") is False:
        faults.append(Fault("/store", "validation-failed", "must not be false: an import is stored."))
    try:
        request = load(body)
    except RefusedError as refused:
        faults.extend(refused.faults)
    if faults:
        raise RefusedError.of(faults)
    return request


def _placed(refused: RefusedError, number: int) -> Iterator[Fault]:
    """Give the faults of a line with its number before their pointers."""
    if not refused.faults:
        # the text of a line has one line
        detail = refused.detail.replace(" at line 1, column ", " at column ")
        yield Fault(f"/{number}", refused.problem.slug, detail)
    for pointer, code, detail in refused.faults:
        yield Fault(f"/{number}{pointer}", code, detail)
