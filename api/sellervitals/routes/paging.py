"""Pages: a list cut to size, a cursor to the rest, and the Link header."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

from flask import Response, g, request

from sellervitals.routes import cursor
from sellervitals.routes.service import json_answer

Item = TypeVar("Item")
Place = TypeVar("Place")


def narrowed() -> dict[str, Any]:
    """Give what the query narrows the list to: everything but the page itself."""
    return {name: value for name, value in g.query.items() if name not in {"limit", "cursor"}}


def paged(
    rows: Callable[[Place | None, int], Sequence[Item]],
    *,
    place: Callable[[Item], str],
    parse: Callable[[str], Place],
    show: Callable[[Item], Mapping[str, Any]],
    about: Mapping[str, Any] | None = None,
    name: str = "data",
) -> Response:
    """Answer with a page of the list that this request asks for.

    Args:
        rows: given where the page before ended, if there was one, and a number, fetches that many at most.
        place: names where an item stands in the list.
        parse: reads such a name; ValueError for what is none.
        show: describes an item.
        about: further fields of the answer.
        name: what the answer calls the list.

    Raises:
        RefusedError: the cursor is not one of ours, or of another list.
    """
    limit, given = g.query["limit"], g.query.get("cursor")
    filters = {name: str(value) for name, value in narrowed().items()}
    binding = (g.tenant, request.path, *(f"{name}={filters[name]}" for name in sorted(filters)))
    now = int(datetime.now(UTC).timestamp())
    last = None
    if given is not None:
        try:
            last = parse(cursor.read(given, now, binding))
        except ValueError:
            raise cursor.refused() from None
    found = rows(last, limit + 1)
    has_more, page = len(found) > limit, found[:limit]
    next_cursor = cursor.write(place(page[-1]), now, binding) if has_more else None
    shown = [show(each) for each in page]
    response = json_answer({**(about or {}), name: shown, "next_cursor": next_cursor, "has_more": has_more})
    if next_cursor is not None:
        address = urlencode({**filters, "limit": limit, "cursor": next_cursor})
        response.headers["Link"] = f'<{quote(request.path)}?{address}>; rel="next"'
    return response
