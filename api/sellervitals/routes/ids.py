"""The ids of what is stored: their form, and how a path describes them."""

from __future__ import annotations

import re

from sellervitals.openapi import path_parameter

_EVALUATION, _ACCOUNT, _WAIVER = (f"^{kind}_[0-9a-hjkmnp-tv-z]{{26}}$" for kind in ("ev", "acc", "wai"))
EVALUATION_ID = path_parameter(
    "evaluation_id", "The id of an evaluation.", "ev_01kb0t3v9b2m4q8r6s1w5x7y9z", _EVALUATION
)
"""How a path that begins with an evaluation describes its parameter."""
ACCOUNT_ID = path_parameter("account_id", "The id of an account.", "acc_3tffv6xpr9m6v57br9e8jc4x73", _ACCOUNT)
"""How a path that begins with an account describes its parameter."""
WAIVER_ID = path_parameter("waiver_id", "The id of a waiver.", "wai_01kb0t3v9b2m4q8r6s1w5x7y9z", _WAIVER)
"""How a path that begins with a waiver describes its parameter."""


def parse_evaluation_id(text: str) -> str:
    """Read the id of an evaluation; ValueError when it has not the form of one."""
    return _shaped(_EVALUATION, text)


def parse_account_id(text: str) -> str:
    """Read the id of an account; ValueError when it has not the form of one."""
    return _shaped(_ACCOUNT, text)


def parse_waiver_id(text: str) -> str:
    """Read the id of a waiver; ValueError when it has not the form of one."""
    return _shaped(_WAIVER, text)


def is_evaluation_id(text: str) -> bool:
    """Say whether a text has the form of an evaluation's id."""
    return re.fullmatch(_EVALUATION, text) is not None


def is_account_id(text: str) -> bool:
    """Say whether a text has the form of an account's id."""
    return re.fullmatch(_ACCOUNT, text) is not None


def is_waiver_id(text: str) -> bool:
    """Say whether a text has the form of a waiver's id."""
    return re.fullmatch(_WAIVER, text) is not None


def _shaped(pattern: str, text: str) -> str:
    if not re.fullmatch(pattern, text):
        raise ValueError(f"{text!r:.80} is no id")
    return text
