"""Bytes become a request in the same way, through whichever door they come."""

import json
from pathlib import Path

import pytest

from sellervitals.payload import NulError, digest, loaded, parsed
from sellervitals.plugins import discover
from sellervitals.problems import RefusedError

REPORT = Path(__file__).parent / "plugins" / "amazon" / "payloads" / "seller-performance.live-shape.json"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_is_json_by_its_first_character_and_text_otherwise(mark):
    assert parsed(mark + b' \n{"a": 1}') == {"a": 1}
    assert parsed(mark + b"[]") == []
    assert parsed(mark + b"a\tb\n") == "a\tb\n"


def test_json_lines_are_text_and_one_value_over_many_lines_is_json():
    lines = '{"a": {"b": 1}}\r\n\n {"a": 2}\n'
    assert parsed(lines.encode()) == lines
    assert parsed(b'[{"a": 1},\n {"a": "}\\n{"}\n]\n') == [{"a": 1}, {"a": "}\n{"}]


def test_b72_text_is_read_in_the_charset_that_is_named():
    assert parsed("a\té".encode("windows-1252"), "windows-1252") == "a\té"
    with pytest.raises(UnicodeDecodeError):
        parsed("a\té".encode("windows-1252"))


def test_b34_nul_is_refused():
    with pytest.raises(NulError):
        parsed(b"a\0b")


def test_b05_json_in_a_file_is_as_strict_as_in_a_body():
    with pytest.raises(RefusedError):
        parsed(b'{"a": NaN}')


def test_a_raw_document_is_wrapped_and_an_envelope_is_loaded():
    registry, report = discover(), json.loads(REPORT.read_text("utf-8"))
    alone = loaded(registry, report)
    assert (alone.raw, alone.request) == (True, {"documents": [{"content": report}], "store": True})
    inside = loaded(registry, {"documents": [{"content": report}], "store": False})
    assert (inside.raw, inside.request["store"]) == (False, False)


def test_b08_b27_what_is_neither_is_refused_with_every_fault():
    registry = discover()
    for body in (None, [], "x", 5):
        with pytest.raises(RefusedError) as refused:
            loaded(registry, body)
        assert [each.detail for each in refused.value.faults] == ["must be an object."]
    with pytest.raises(RefusedError) as refused:
        loaded(registry, {"a/b": 1, "c~d": 2})
    assert [each.pointer for each in refused.value.faults] == ["", "/a~1b", "/c~0d"]


def test_a_digest_names_its_algorithm():
    assert digest(b"") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
