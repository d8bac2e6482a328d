"""Text of other people inside Markdown, read by a Markdown reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sellervitals.report.markdown import literal

READER = MarkdownIt("commonmark", {"html": True})
HOSTILE = [
    "# heading",
    "## heading ##",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "12) item",
    "> quote",
    "---",
    "***",
    "===",
    "```",
    "~~~",
    "<script>alert(1)</script>",
    "<!-- -->",
    "<https://example.com>",
    "[a](https://example.com)",
    "![a](https://example.com/x.png)",
    "[a]: https://example.com",
    "**bold** _it_ `code`",
    "&lt;b&gt; &#60;",
    "back\\slash \\",
    "a\n\n# forged",
    "a\r- forged",
    "a  \nb",
    "\t# code",
    "    code",
    "a | b",
    ":---",
    "!",
    "1.",
]


def inside(text):
    """Read it as the second item of a list: what comes out is one item of one paragraph of plain text."""
    tokens = READER.parse(f"- before\n- {literal(text)}\n\nafter\n")
    kinds = [token.type for token in tokens]
    assert kinds.count("list_item_open") == 2
    assert not {"heading_open", "html_block", "fence", "code_block", "hr", "blockquote_open"} & set(kinds)
    inlines = [token for token in tokens if token.type == "inline"]
    assert [inlines[0].content, inlines[-1].content] == ["before", "after"]
    children = [child for token in inlines[1:-1] for child in token.children]
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


@pytest.mark.parametrize("text", HOSTILE)
def test_s58_markdown_in_a_text_stays_text(text):
    inside(text)


@given(st.text(alphabet=st.sampled_from("#-+*_~`<>[]()!&\\|=.: 1a\n\"'/@"), max_size=40))
def test_s58_nothing_forges_anything(text):
    shown = inside(text)
    if text.isprintable():
        assert shown.split() == text.split()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_s58_every_text_comes_out_as_it_is(text):
    shown = inside(text)
    if text.isprintable():
        assert shown.split() == text.split()


@pytest.mark.parametrize("text", ["12 of 1,000 orders.", "1.2 % (a; b)", "2026-11-22: it's 5 - 3 = 2!"])
def test_plain_words_stay_readable(text):
    assert literal(text) == text


def test_addresses_are_not_made_links():
    assert literal("see https://example.com, www.example.com, a@example.com") == (
        "see https\\://example.com, www\\.example.com, a\\@example.com"
    )
