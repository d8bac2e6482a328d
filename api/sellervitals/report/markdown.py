"""Other people's text inside Markdown: it stays text, whatever it holds."""

from __future__ import annotations

import re

from sellervitals.report.printable import printable

_ANYWHERE = re.compile(r"[\\`*_\[\]<>&~|$@]|(?<=[a-zA-Z])://|(?<=www)\.", re.IGNORECASE)
_FIRST = re.compile(r"\A(?:[#+\-=:!]|[0-9]{1,9}(?=[.)](?:\s|\Z)))")


def literal(text: str) -> str:
    """Write a text so that Markdown shows it as it is: no heading, list, link, image, HTML or second line.

    Only what would be taken for Markdown is escaped, so that the source stays readable.
    """
    escaped = _ANYWHERE.sub(lambda match: f"\\{match[0]}", printable(text).strip())
    return _FIRST.sub(_held, escaped)


def _held(match: re.Match[str]) -> str:
    """Keep the beginning of a line from being a list, a heading or a rule."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"
