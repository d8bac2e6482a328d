import json
from contextlib import suppress
from decimal import Decimal
from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals import strict_json
from sellervitals.limits import FAULTS_ANSWERED, JSON_DEPTH, KEY_CHARACTERS, KEYS_PER_OBJECT
from sellervitals.problems import RefusedError

_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


def refused(data: bytes | str) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        strict_json.loads(data if isinstance(data, bytes) else data.encode())
    return caught.value


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("", id="b01_empty"),
        pytest.param("  ", id="b01_blank"),
        pytest.param('{"a":1', id="b02_cut_off"),
        pytest.param('{"a":1} x', id="b03_trailing_text"),
        pytest.param('{"a":1}{"b":2}', id="b03_two_values"),
        pytest.param('{"a":1,}', id="b04_trailing_comma"),
        pytest.param("[1,]", id="b04_trailing_comma_in_array"),
        pytest.param('{"a":1 /* b */}', id="b04_comment"),
        pytest.param('{"a":1} // b', id="b04_line_comment"),
        pytest.param('{"a":NaN}', id="b05_nan"),
        pytest.param("[Infinity]", id="b05_infinity"),
        pytest.param("[-Infinity]", id="b05_minus_infinity"),
        pytest.param("[01]", id="leading_zero"),
        pytest.param("[+1]", id="plus"),
        pytest.param("[.5]", id="no_integer_part"),
        pytest.param("[1.]", id="no_fraction"),
        pytest.param("['a']", id="single_quotes"),
        pytest.param('["\t"]', id="raw_tab"),
        pytest.param('["\x00"]', id="raw_nul"),
        pytest.param('["\\x41"]', id="unknown_escape"),
        pytest.param("\u00a0{}", id="no_break_space"),
        pytest.param(b'\xef\xbb\xbf{"a":1}', id="b37_byte_order_mark"),
    ],
)
def test_b01_to_b05_and_b37_are_malformed_json(data):
    assert refused(data).problem.slug == "malformed-json"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param('{"a":1,"a":2}', id="b06_same_spelling"),
        pytest.param('{"a":1,"\\u0061":2}', id="b07_other_spelling"),
        pytest.param('{"x":[{"a":1,"a":1}]}', id="inside"),
        pytest.param('{"a":1e400,"a":1}', id="wins_over_content"),
    ],
)
def test_b06_b07_a_key_given_twice(data):
    assert refused(data).problem.slug == "duplicate-key"


def test_b06_says_where():
    (fault,) = refused('{"x":[1,{"a":1,"a":2}]}').faults
    assert fault.pointer == "/x/1"
    assert "'a'" in fault.detail


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_b09_a_hundred_thousand_levels(opening):
    assert refused(opening * 100_000).problem.slug == "limit-exceeded"


def nested(depth: int, text: str = "") -> str:
    return "[" * depth + json.dumps(text) + "]" * depth


@pytest.mark.parametrize("text", ["", "]" * 40, "[" * 40, '\\"[', "}{"])
def test_b10_depth_32_passes_and_33_does_not(text):
    strict_json.loads(nested(JSON_DEPTH, text).encode())
    assert refused(nested(JSON_DEPTH + 1, text)).problem.slug == "limit-exceeded"


def test_b10_brackets_in_texts_hide_no_depth():
    deep = '["]",' * 40 + "0" + ',"["]' * 40
    assert refused(deep).problem.slug == "limit-exceeded"
    assert refused(deep.replace('"]"', '"\\"]"')).problem.slug == "limit-exceeded"


@given(st.recursive(st.none() | st.text('[]{}\\"a', max_size=4), lambda inner: st.lists(inner, max_size=3)))
def test_b10_depth_is_measured_whatever_the_texts_hold(tree):
    def depth(node):
        return 1 + max(map(depth, node), default=0) if isinstance(node, list) else 0

    data = json.dumps(tree).encode()
    assert strict_json._deeper(data, depth(tree)) is False
    assert depth(tree) == 0 or strict_json._deeper(data, depth(tree) - 1) is True


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("1e400", id="b11"),
        pytest.param("1e1000000", id="b12"),
        pytest.param("-1E+1000000", id="b12_signed"),
        pytest.param("1e99999999999999999999", id="b12_long_exponent"),
        pytest.param("1" * 5_000, id="b13"),
        pytest.param("1" * 33, id="33_digits"),
        pytest.param("-" + "1" * 32, id="33_characters"),
        pytest.param("0.1" + "0" * 100, id="b15"),
        pytest.param("0.123456789012345678901", id="21_decimals"),
        pytest.param("1234567890123456.5", id="16_integer_digits"),
        pytest.param("1e16", id="exponent_16"),
        pytest.param("1e-11", id="exponent_minus_11"),
    ],
)
def test_b11_to_b13_b15_numbers_out_of_range(token):
    started = thread_time()
    error = refused(f'{{"a":[0,{token}]}}')
    assert thread_time() - started < 0.25
    assert error.problem.slug == "number-out-of-range"
    assert error.faults[0].pointer == "/a/1"


def test_b14_ids_of_any_length_are_read_exactly_what_counts_is_bounded_where_it_is_read():
    assert strict_json.loads(b"[764883879797459200,9007199254740993]") == [764883879797459200, 2**53 + 1]


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("999999999999999", 999999999999999),
        ("-999999999999999", -999999999999999),
        ("0", 0),
        ("-0", 0),
        ("-0.0", Decimal(0)),
        ("0.03203973037", Decimal("0.03203973037")),
        ("0.12345678901234567890", Decimal("0.12345678901234567890")),
        ("999999999999999.5", Decimal("999999999999999.5")),
        ("1e15", Decimal("1e15")),
        ("1E-10", Decimal("1e-10")),
        ("2.5e+3", Decimal(2500)),
    ],
)
def test_numbers_are_exact(token, value):
    (read,) = strict_json.loads(f"[{token}]".encode())
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize("text", [r"\ud800", r"a\uDFFFb", r"\ud800\ud800", r"\u0000", r"x\u0000"])
@pytest.mark.parametrize(("body", "pointer"), [('{{"a":["{}"]}}', "/a/0"), ('{{"b":{{"{}":1}}}}', "/b")])
def test_b33_b34_what_no_database_takes(text, body, pointer):
    error = refused(body.format(text))
    assert error.problem.slug == "validation-failed"
    assert error.faults[0].pointer == pointer


@pytest.mark.parametrize("text", [r"\ud83d\ude00", r"\\u0000", r"\\ud800", "\N{GRINNING FACE}", "\u2028"])
def test_b33_b34_look_alikes_pass(text):
    assert strict_json.loads(f'["{text}"]'.encode()) == [json.loads(f'"{text}"')]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b'{"a":"\xff"}', id="b35_invalid_byte"),
        pytest.param(b'{"a":"\xed\xa0\x80"}', id="b35_surrogate_as_utf8"),
        pytest.param(b'{"a":"\xc0\x80"}', id="b35_overlong"),
        *(
            pytest.param('{"a":1}'.encode(name), id=f"b36_{name}")
            for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
        ),
    ],
)
def test_b35_b36_invalid_encoding(data):
    assert refused(data).problem.slug == "invalid-encoding"


def test_limits_on_keys_at_and_over():
    full = {f"k{number}": 0 for number in range(KEYS_PER_OBJECT)}
    assert strict_json.loads(json.dumps(full).encode()) == full
    assert refused(json.dumps({**full, "one": 1})).problem.slug == "limit-exceeded"
    longest = {"k" * KEY_CHARACTERS: 0}
    assert strict_json.loads(json.dumps(longest).encode()) == longest
    assert refused(json.dumps({"k" * (KEY_CHARACTERS + 1): 0})).problem.slug == "limit-exceeded"


def test_a04_all_faults_at_once_but_at_most_a_hundred():
    error = refused('{"a":1e99,"b/c":{"~d":1e99},"e":"\\u0000"}')
    assert [(each.pointer, each.code) for each in error.faults] == [
        ("/a", "number-out-of-range"),
        ("/b~1c/~0d", "number-out-of-range"),
        ("/e", "validation-failed"),
    ]
    assert len(refused(json.dumps([10**40] * 500)).faults) == FAULTS_ANSWERED


@pytest.mark.parametrize(
    "data",
    [
        pytest.param('["' + '\\"' * 500_000, id="unterminated_escapes"),
        pytest.param('["' + '\\"' * 500_000 + '"]', id="escapes"),
        pytest.param("[" + "[]," * 300_000 + "[]]", id="many_brackets"),
        pytest.param('["' + "[" * 900_000 + '"]', id="brackets_in_text"),
        pytest.param('["' + "\\u0000" * 160_000 + '"]', id="many_nuls"),
        pytest.param("[" + "1e99," * 200_000 + "1]", id="many_bad_numbers"),
        pytest.param("9" * 1_000_000, id="one_long_number"),
    ],
)
def test_s57_a_megabyte_of_malice_takes_linear_time(data):
    started = thread_time()
    with suppress(RefusedError):
        strict_json.loads(data.encode())
    assert thread_time() - started < 0.75


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**15) + 1, 10**15 - 1) | _TEXT,
        lambda inner: st.lists(inner) | st.dictionaries(_TEXT, inner, max_size=5),
        max_leaves=20,
    ),
    st.booleans(),
)
def test_whatever_is_fine_comes_through_unchanged(tree, ascii_only):
    assert strict_json.loads(json.dumps(tree, ensure_ascii=ascii_only).encode()) == tree


@given(st.binary(max_size=200))
def test_nothing_but_a_refusal_is_ever_raised(data):
    with suppress(RefusedError):
        strict_json.loads(data)
