"""The examples of the document; tests send the requests and compare the answers."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import orjson

from sellervitals.problems import PROBLEMS


def _read() -> dict[str, Any]:
    folder = files("sellervitals.schemas") / "samples"
    found = {
        each.name.removesuffix(".json"): orjson.loads(each.read_bytes())
        for each in folder.iterdir()
        if each.name.endswith(".json")
    }
    return {**found, "problems": {slug: _problem(slug) for slug in PROBLEMS}}


def _problem(slug: str) -> dict[str, Any]:
    kind = PROBLEMS[slug]
    example: dict[str, Any] = dict(kind.about)
    if kind.status != 500:  # noqa: PLR2004 - says nothing of what happened inside
        example |= {"detail": f"{kind.title}.", "instance": "/v1/evaluations", "retryable": kind.retryable}
    return {**example, "request_id": "5f0c3a6d9be14c7f8a2b1d0e4c6f7a89"}


EXAMPLES = _read()
