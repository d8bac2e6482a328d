"""Where in a plugin's source a fault was raised: the rule, if one stands there, the module and the line."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from linecache import getlines
from types import FrameType

_NOT_PLUGINS = {"sellervitals", "importlib", "pluggy"}


def culprit(fault: BaseException, plugin: str) -> tuple[str, str]:
    """Find the place in the plugin's own code.

    Returns:
        The id that stands there, such as ``acme.late-rate``, and ``sellervitals_acme.rules, line 12``;
        either is empty when it cannot be found.
    """
    ident = place = ""
    for frame, line in _frames(fault):
        place = place or f"{frame.f_globals['__name__']}, line {line}"
        ident = _ident(getlines(frame.f_code.co_filename), line, f"{plugin}.")
        if ident:
            break
    return ident, place


def _frames(fault: BaseException) -> Iterator[tuple[FrameType, int]]:
    """The plugin's frames, innermost first."""
    found = []
    trace = fault.__traceback__
    while trace is not None:
        owner = str(trace.tb_frame.f_globals.get("__name__", "")).partition(".")[0]
        if owner not in _NOT_PLUGINS:
            found.append((trace.tb_frame, trace.tb_lineno))
        trace = trace.tb_next
    return reversed(found)


def _ident(source: list[str], line: int, prefix: str) -> str:
    """The id written in the innermost call around a line: a part is built before the rule it belongs to."""
    try:
        tree = ast.parse("".join(source))
    except SyntaxError:
        return ""
    ident = ""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.lineno <= line <= (node.end_lineno or node.lineno):
            for each in (*node.args, *(keyword.value for keyword in node.keywords)):
                if isinstance(each, ast.Constant) and str(each.value).startswith(prefix):
                    ident = str(each.value)
    return ident
