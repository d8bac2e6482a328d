"""The pages of rules: those that are checked in are those that the rules give."""

from pathlib import Path

from sellervitals.catalogue import Catalogue
from sellervitals.plugins import discover
from sellervitals.report.rule_pages import pages

DOCS = Path(__file__).parents[2] / "docs" / "rules"


def test_the_checked_in_pages_are_what_make_docs_writes():
    written = dict(pages(Catalogue(discover())))
    kept = {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in DOCS.rglob("*.md")}
    assert written.keys() == kept.keys()
    for path, text in written.items():
        assert kept[path] == text, f"docs/rules/{path} is out of date; run make docs"


def test_deadlines_read_as_people_say_them():
    text = "".join(text for _, text in pages(Catalogue(discover())))
    assert "the same day" in text
    assert "within 1 day)" in text
    assert "within 3 days" in text
    assert "within 0" not in text
    assert "within 1 days" not in text
