"""The whole plugin contract: every hook a plugin may implement, and nothing else.

Hooks are called once, when the service starts. A plugin hands over data; the host never calls pluggy per
request.
"""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from sellervitals.domain.document import Document
from sellervitals.domain.marketplace import Marketplace
from sellervitals.domain.rule import Rule

PROJECT = "sellervitals"
"""The name of the hook markers and of the entry-point group."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def sellervitals_marketplace() -> Marketplace:  # type: ignore[empty-body]
    """Describe the marketplace that carries the plugin's own name.

    A plugin that only adds rules to somebody else's marketplace leaves this hook out.

    Returns:
        One ``Marketplace``; its ``id`` is the entry-point name of the plugin.

    .. versionadded:: 0.1
    """


@hookspec
def sellervitals_rules() -> Iterable[Rule]:  # type: ignore[empty-body]
    """List the plugin's rules.

    Returns:
        ``Rule`` objects whose ids begin with the plugin's name. A rule on another plugin's
        marketplace names it in ``marketplace``; it gives findings but weighs nothing until the
        operator gives it a weight.

    .. versionadded:: 0.1
    """


@hookspec
def sellervitals_documents() -> Iterable[Document]:  # type: ignore[empty-body]
    """List the native documents that the plugin can read.

    Returns:
        ``Document`` objects whose types begin with the plugin's name, most specific first.

    .. versionadded:: 0.1
    """
