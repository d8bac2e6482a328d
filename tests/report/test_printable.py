import json

from hypothesis import given
from hypothesis import strategies as st

from sellervitals.report.printable import printable, printable_json, printable_tree


@given(st.text())
def test_everything_printed_is_printable(text):
    assert printable(text).isprintable()
    assert printable(text) == text or not text.isprintable()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_stays_the_same_value(text):
    shown = printable_json(json.dumps({text: [text]}, ensure_ascii=False, indent=1).encode())
    assert json.loads(shown) == {text: [text]}
    assert shown.replace("\n", "").isprintable()


def test_what_steers_a_terminal_is_shown_as_its_escape():
    assert printable("a\x1b[31m\x9b\u202e\r\nb\u00a0c") == "a\\x1b[31m\\x9b\\u202e\\r\\nb c"


def test_a_tree_is_printable_down_to_its_keys():
    assert printable_tree({"\x1b": [{"a": "\x07"}, 1, None]}) == {"\\x1b": [{"a": "\\x07"}, 1, None]}
