"""However a planning report is laid out, the same is read; whatever is broken in it, it is named."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.inventory_planning import read, recognises

PAYLOADS = Path(__file__).parent.parent / "payloads"
HEADERS = [
    path.read_text("utf-8").strip("\r\n").split("\t")
    for path in sorted(PAYLOADS.glob("fba-inventory-planning.header-*.tsv"))
]
TEXTS = {"sku", "fnsku", "asin", "condition", "product-name", "supplier", "alert", "recommended-action"}
FIXED = {"marketplace": "US", "currency": "USD", "snapshot-date": "2026-05-14"}


def cell(name):
    if name in FIXED:
        return st.just(FIXED[name])
    if name in TEXTS:
        return st.sampled_from(["A-1", "B 2", "ü", ""])
    if "date" in name:
        return st.sampled_from(["2026-05-11", ""])
    if "price" in name or "volume" in name or "cost" in name:
        return st.sampled_from(["0.5", "12.25", "0", ""])
    return st.integers(0, 900).map(str)


@st.composite
def reports(draw):
    header = draw(st.sampled_from(HEADERS))
    rows = draw(st.lists(st.tuples(*(cell(name) for name in header)), max_size=4))
    return header, rows


def written(header, rows):
    return "\n".join("\t".join(each) for each in (header, *rows)) + "\n"


@given(reports(), st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=40, deadline=None)
def test_the_layout_changes_nothing(report, random, shouted):
    header, rows = report
    order = list(range(len(header)))
    random.shuffle(order)
    moved = [header[place].upper() if shouted else header[place] for place in order]
    other = written([*moved, "Something new"], [[*(row[place] for place in order), "?"] for row in rows])
    assert recognises(other)
    assert read(other).tables == read(written(header, rows)).tables


@given(st.lists(st.text(max_size=12), min_size=99, max_size=99))
@settings(max_examples=60, deadline=None)
def test_any_row_is_read_or_refused_at_its_place(cells):
    cells = [each.replace("\n", " ").replace("\t", " ").replace("\r", " ") for each in cells]
    header = max(HEADERS, key=len)
    content = written(header, [cells])
    try:
        tables = read(content).tables
    except sdk.UnreadableError as problem:
        refused = problem
    else:
        refused = None
        assert len(tables) == 1
    if refused:
        assert (refused.pointer in {"/row/1", "/row/2"}, refused.problem[-1:]) == (True, ".")


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_nothing_makes_recognition_raise(content):
    assert recognises(content) in {True, False}
