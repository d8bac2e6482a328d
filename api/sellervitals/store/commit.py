"""One transaction for all that several threads have ready at the same time.

Whoever gets the lock commits for everybody who waits; who waited finds the work done. A lone thread finds
the lock free and loses nothing. Threads that would poll for SQLite's own lock instead starve one another.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from threading import Lock

from sellervitals.store.errors import StorageError, StorageUnavailableError, UnstorableError
from sellervitals.store.rows import Rows


class _Ticket:
    """One caller's rows, and what became of them."""

    __slots__ = ("error", "rows", "settled")

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.settled = False
        self.error: StorageError | None = None


class GroupCommit:
    """Calls ``write`` with the rows of one or many callers, from one thread at a time.

    Args:
        write: commits everything it is given in one transaction, or raises having written nothing.
    """

    def __init__(self, write: Callable[[Sequence[Rows]], None]) -> None:
        self._write = write
        self._lock = Lock()
        self._waiting: deque[_Ticket] = deque()

    def commit(self, rows: Rows) -> None:
        """Return once the rows are committed; StorageError when none of them are."""
        ticket = _Ticket(rows)
        self._waiting.append(ticket)
        with self._lock:
            if not ticket.settled:
                self._lead()
        if ticket.error is not None:
            # Its own: threads must not share the traceback of one exception.
            raise type(ticket.error)(str(ticket.error)) from ticket.error

    def _lead(self) -> None:
        tickets = self._take()
        try:
            self._settle(tickets)
        finally:
            for ticket in tickets:
                if not ticket.settled:
                    ticket.error = StorageUnavailableError("The transaction was broken off.")
                    ticket.settled = True

    def _take(self) -> list[_Ticket]:
        return [self._waiting.popleft() for _ in range(len(self._waiting))]

    def _settle(self, tickets: list[_Ticket]) -> None:
        error: StorageError | None = None
        try:
            self._write([ticket.rows for ticket in tickets])
        except UnstorableError as problem:
            if len(tickets) > 1:
                # One of them is bad; each alone shows which, and the others are saved.
                for ticket in tickets:
                    self._settle([ticket])
                return
            error = problem
        except StorageError as problem:
            # Who came meanwhile would only wait as long again for the same answer.
            tickets += self._take()
            error = problem
        for ticket in tickets:
            ticket.error = error
            ticket.settled = True
