"""JSON as RFC 8259 has it and nothing more: exact numbers, no key twice, nothing a database would refuse.

The standard library's C scanner does the work; hooks judge each number and object where it stands and
leave a mark behind when something is wrong. Only a marked tree is walked, to find where.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from decimal import Decimal
from json import JSONDecodeError, JSONDecoder
from typing import Any, NamedTuple, NoReturn

from sellervitals.domain.pointer import token
from sellervitals.limits import (
    DECIMAL_DIGITS,
    EXPONENTS,
    FAULTS_ANSWERED,
    INTEGER_DIGITS,
    JSON_DEPTH,
    KEY_CHARACTERS,
    KEYS_PER_OBJECT,
    NUMBER_CHARACTERS,
)
from sellervitals.problems import Fault, RefusedError

_BRACKETS = bytes.maketrans(b"{}", b"[]")
_NO_BRACKETS = bytes(each for each in range(256) if each not in b"[]{}")
_TEXTS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"')
_SUSPECT = re.compile(rb"\\u(?:[dD][89a-fA-F]|0000)")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_FLOAT = re.compile(
    rf"-?[0-9]{{1,{INTEGER_DIGITS}}}(?:\.[0-9]{{1,{DECIMAL_DIGITS}}})?(?:[eE]([+-]?[0-9]{{1,3}}))?"
)


class _Bad(NamedTuple):
    """The mark left in the tree where something is refused; its sentence is made when asked for."""

    fault: str
    sentence: str
    token: str = ""

    @property
    def detail(self) -> str:
        """The sentence, with the token shortened."""
        shown = self.token
        if len(shown) > NUMBER_CHARACTERS:
            shown = f"{shown[:NUMBER_CHARACTERS]}..."
        return self.sentence.format(ascii(shown))


_LONG_INTEGER = f"{{}} has more than {NUMBER_CHARACTERS} digits."
_ODD_NUMBER = (
    f"{{}} has more than {INTEGER_DIGITS} digits before or {DECIMAL_DIGITS} after the point,"
    f" or an exponent outside {EXPONENTS[0]} to {EXPONENTS[-1]}."
)
_UNSTORABLE_TEXT = _Bad("validation-failed", "holds NUL or half of a surrogate pair.")
_UNSTORABLE_KEY = _Bad("validation-failed", "has a key with NUL or half of a surrogate pair.")


class _Object(dict[str, Any]):
    """An object with something wrong in its own keys."""

    bad: list[_Bad]


def loads(data: bytes) -> Any:
    """Parse a body; numbers become ``int`` or ``Decimal``.

    Raises:
        RefusedError: with every fault and its JSON pointer once the text could be read as JSON at all.
    """
    text = _decode(data)
    marks: list[_Bad] = []
    decoder = JSONDecoder(
        object_pairs_hook=_object_hook(marks),
        parse_int=_int_hook(marks),
        parse_float=_float_hook(marks),
        parse_constant=_constant,
    )
    try:
        tree = decoder.decode(text)
    except JSONDecodeError as problem:
        where = f"line {problem.lineno}, column {problem.colno}"
        raise RefusedError("malformed-json", f"{problem.msg} at {where}.") from None
    except RecursionError:
        _too_deep()
    if _deeper(data, JSON_DEPTH):
        _too_deep()
    if marks or _SUSPECT.search(data):
        _refuse(tree)
    return tree


def _decode(data: bytes) -> str:
    if data.startswith(BOM_UTF8):
        raise RefusedError("malformed-json", "A byte order mark stands before the JSON.")
    try:
        text = data.decode()
    except ValueError:
        text = ""
    # UTF-16 and 32 may pass for UTF-8 with NULs, but all that JSON begins with is ASCII
    if "\x00" in text[:2] or (data and not text):
        raise RefusedError("invalid-encoding", "The body must be JSON in UTF-8.")
    return text


def _too_deep() -> NoReturn:
    fault = Fault("", "limit-exceeded", f"is nested deeper than {JSON_DEPTH} levels.")
    raise RefusedError("limit-exceeded", f"The JSON {fault.detail}", [fault])


def _deeper(data: bytes, most: int) -> bool:
    """Measure nesting without walking: each round strips the innermost level of all brackets at once.

    The text has been parsed before, so its brackets outside texts are balanced, and cutting the texts out
    is linear.
    """
    if data.count(b"[") + data.count(b"{") <= most:
        return False
    outside = b"".join(data.split(b'"')[::2]) if b"\\" not in data else _TEXTS.sub(b"", data)
    rest = outside.translate(_BRACKETS, _NO_BRACKETS)
    for _ in range(most):
        rest = rest.replace(b"[]", b"")
    return bool(rest)


def _object_hook(marks: list[_Bad]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        count = len(pairs)
        # all keys together are seldom as long as one may be
        short = len("".join(found)) <= KEY_CHARACTERS or max(map(len, found)) <= KEY_CHARACTERS
        if short and count == len(found) and count <= KEYS_PER_OBJECT:
            return found
        faulty = _Object(found)
        faulty.bad = list(_key_faults(pairs))
        marks.extend(faulty.bad)
        return faulty

    return build


def _key_faults(pairs: list[tuple[str, Any]]) -> Iterator[_Bad]:
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            yield _Bad("duplicate-key", "{} stands twice.", key)
        seen.add(key)
        if len(key) > KEY_CHARACTERS:
            yield _Bad("limit-exceeded", f"has a key of more than {KEY_CHARACTERS} characters.")
    if len(pairs) > KEYS_PER_OBJECT:
        yield _Bad("limit-exceeded", f"has more than {KEYS_PER_OBJECT} keys.")


def _int_hook(marks: list[_Bad]) -> Callable[[str], int | _Bad]:
    def read(token: str) -> int | _Bad:
        # marketplaces number orders and cases with 18 digits and more; what counts something is bounded where
        # it is read. Bounded before it is converted: int() of long tokens is quadratic.
        if len(token) <= NUMBER_CHARACTERS:
            return int(token)
        bad = _Bad("number-out-of-range", _LONG_INTEGER, token)
        marks.append(bad)
        return bad

    return read


def _float_hook(marks: list[_Bad]) -> Callable[[str], Decimal | _Bad]:
    def read(token: str) -> Decimal | _Bad:
        shape = _FLOAT.fullmatch(token) if len(token) <= NUMBER_CHARACTERS else None
        if shape is not None and (shape[1] is None or int(shape[1]) in EXPONENTS):
            return Decimal(token)
        bad = _Bad("number-out-of-range", _ODD_NUMBER, token)
        marks.append(bad)
        return bad

    return read


def _constant(name: str) -> NoReturn:
    raise RefusedError("malformed-json", f"{name} is no JSON.")


def _refuse(tree: Any) -> None:
    """Raise for everything wrong in a tree, syntax (400) before content (422); nothing wrong, no harm."""
    faults: list[Fault] = []
    for pointer, bad in _walk(tree, ""):
        faults.append(Fault(pointer, bad.fault, bad.detail))
        if len(faults) >= FAULTS_ANSWERED:
            break
    twice = [each for each in faults if each.code == "duplicate-key"]
    if faults:
        raise RefusedError.of(twice or faults)


def _walk(node: Any, pointer: str) -> Iterator[tuple[str, _Bad]]:
    if isinstance(node, _Bad):
        yield pointer, node
    elif isinstance(node, str):
        if _UNSTORABLE.search(node):
            yield pointer, _UNSTORABLE_TEXT
    elif isinstance(node, dict):
        for bad in getattr(node, "bad", ()):
            yield pointer, bad
        for key, value in node.items():
            if _UNSTORABLE.search(key):
                yield pointer, _UNSTORABLE_KEY
            else:
                yield from _walk(value, f"{pointer}/{token(key)}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _walk(value, f"{pointer}/{index}")
