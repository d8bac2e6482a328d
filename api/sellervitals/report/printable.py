"""What came out of a document, made safe to print: nothing in it can steer a terminal or hide itself."""

from __future__ import annotations

import json
from typing import Any


def printable(text: str) -> str:
    r"""Show every control, format and line-breaking character as its escape, such as ``\x1b``."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else _escape(each) for each in text)


def printable_tree(node: Any) -> Any:
    """Copy parsed JSON with every text in it printable."""
    if isinstance(node, str):
        return printable(node)
    if isinstance(node, list):
        return [printable_tree(each) for each in node]
    if isinstance(node, dict):
        return {printable(key): printable_tree(value) for key, value in node.items()}
    return node


def printable_json(encoded: bytes) -> str:
    """Escape inside JSON what JSON itself lets through; it stays the same JSON value."""
    text = encoded.decode()
    if text.replace("\n", "").isprintable():
        return text
    return "".join(
        each if each.isprintable() or each == "\n" else json.dumps(each).strip('"') for each in text
    )


def _escape(char: str) -> str:
    return " " if char.isspace() and ord(char) > ord("\x9f") else char.encode("unicode_escape").decode()
