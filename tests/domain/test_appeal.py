import pytest

from sellervitals import plugin as sdk


def sign(*phrases, **more):
    return sdk.Sign(**{"id": "a-sign", "phrases": phrases, "says": "Say what happened.", **more})


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("we will", "Then WE  Will see.", ["WE  Will"]),
        ("we will", "We willingly did.", []),
        ("we will", "Owe will.", []),
        ("delet*", "Deleted, deleting.", ["Deleted", "deleting"]),
        ("delet* ... listing*", "We deleted the old blue listings.", ["deleted the old blue listings"]),
        ("delet* ... listing*", "We deleted listings.", ["deleted listings"]),
        ("delet* ... listing*", "deleted a b c d listing", ["deleted a b c d listing"]),
        ("delet* ... listing*", "deleted a b c d e listing", []),
        ("removed the listing", "removed the listing's picture", []),
        ("removed the listing", "removed the listing\u2019s picture", []),
        ("delet*", "We did not delete it.", []),
        ("delet*", "We never really deleted it.", []),
        ("delet*", "It did not sell. We deleted it.", ["deleted"]),
    ],
)
def test_phrases_are_words_with_gaps_and_open_ends(phrase, text, found):
    assert list(sign(phrase).found_in(text)) == found


def test_a_sign_counts_in_its_parts_and_for_its_rules():
    narrow = sign("x", parts=("root_cause",), rules=("shop.a",))
    assert narrow.concerns("shop.a", sdk.AppealPart.ROOT_CAUSE)
    assert not narrow.concerns("shop.b", sdk.AppealPart.ROOT_CAUSE)
    assert not narrow.concerns("shop.a", sdk.AppealPart.EVIDENCE)
    assert sign("x").concerns("shop.b", sdk.AppealPart.EVIDENCE)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"id": "A Sign"}, "id"),
        ({"says": ""}, "says"),
        ({"phrases": ()}, "phrases"),
        ({"phrases": "sorry"}, "phrases"),
        ({"phrases": ("Sorry",)}, r"phrases\[0\]"),
        ({"phrases": ("a", "(a+)+")}, r"phrases\[1\]"),
        ({"phrases": ("... a",)}, r"phrases\[0\]"),
        ({"parts": ("beginning",)}, "parts"),
        ({"parts": "root_cause"}, "parts"),
        ({"rules": "shop.a"}, "rules"),
    ],
)
def test_a_sign_that_cannot_be_used_is_refused_by_name(fields, field):
    with pytest.raises(sdk.MetadataError, match=f"sign .*: {field} "):
        sign("a", **fields)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"asks": {"beginning": "What?"}}, "asks"),
        ({"asks": {"root_cause": ""}}, "asks"),
        ({"asks": []}, "asks"),
        ({"references": ["x"]}, "references"),
        ({"weak_signs": (sign("a"),), "contradictions": (sign("b"),)}, "signs"),
        ({"weak_signs": ("a",)}, "weak_signs"),
        ({"evidence_days": 0}, "evidence_days"),
    ],
)
def test_an_appeal_that_cannot_be_used_is_refused_by_name(fields, field):
    with pytest.raises(sdk.MetadataError, match=f"appeal: {field}"):
        sdk.Appeal(**{"asks": {}, "references": (), **fields})


def test_s57_a_text_made_to_be_slow_is_read_in_time():
    slow = sign("delet* ... listing*", "we ... fault", "a ... b ... c")
    for part in ("delet ", "deletdelet", "we ", "we  ", "a ", "a b ", " " * 50, "not "):
        list(slow.found_in(part * (100_000 // len(part))))
