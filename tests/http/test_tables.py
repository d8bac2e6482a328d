"""Tables over HTTP: TSV and CSV alone, in forms and in envelopes, as large as they may be."""

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from time import process_time

import pytest
from sqlalchemy import text

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.limits import DOCUMENTS, KEY_CHARACTERS

ACME = Path(__file__).parents[1] / "thirdparty" / "sellervitals-acme" / "src"
HEADER = "sku\ton-hand\tstuck\treason\tyearly-cost\tcounted-on\n"
TABLE = HEADER + "A\t9\t7\taged\t3.50\t2026-11-20\n"
TSV, CSV = "text/tab-separated-values", "text/csv"
DEEP = """
    from datetime import date, timedelta
    from decimal import Decimal

    from sellervitals import plugin as sdk

    METRIC = sdk.Metric(id="points", title="Points", unit="points", better="higher")
    STEP = sdk.Step(id="look", text="Look.", effort="low", owner="operations")


    def read(content):
        first = date(2000, 1, 1)
        days = [
            sdk.Measurement(
                "points",
                value=Decimal(day % 1000),
                window=sdk.Window(first + timedelta(day), first + timedelta(day)),
                document="deep.report",
            )
            for day in range(content["deepDays"])
        ]
        return sdk.Reading((days[-1],), sites=(None,), history=tuple(days[:-1]))


    @sdk.hookimpl
    def sellervitals_marketplace():
        return sdk.Marketplace(
            id="deep", title="Deep", metrics=(METRIC,),
            scorecard=sdk.Scorecard(version="deep-1", weights={"deep.points": 1}),
        )


    @sdk.hookimpl
    def sellervitals_rules():
        return [
            sdk.Rule(
                id="deep.points", title="Points", why="They count.", metric="points", severity="low",
                steps=(STEP,), references={"a": sdk.Reference("A page")}, since="1",
                limits=(sdk.limit("2000-01-01", must_be="at_least", fail="5", source="a"),),
            )
        ]


    @sdk.hookimpl
    def sellervitals_documents():
        return [
            sdk.Document(
                type="deep.report", title="Report", media_type="application/json", metrics=("points",),
                recognises=lambda content: isinstance(content, dict) and "deepDays" in content, read=read,
            )
        ]
"""


@pytest.fixture
def served(install, database_url):
    """An app that knows two strangers' plugins, on a database of either kind."""
    install("acme", module="sellervitals_acme", folder=ACME, version="2.2")
    install("deep", DEEP)
    made = create_app(Settings(database_url=database_url))
    yield made
    made.extensions["sellervitals"].store.close()


@pytest.fixture
def acme(install, tmp_path):
    """A client of an app on SQLite, for what never reaches the database, or like everything else."""
    install("acme", module="sellervitals_acme", folder=ACME, version="2.2")
    made = create_app(Settings(database_url=f"sqlite:///{tmp_path}/acme.sqlite3"))
    yield made.test_client()
    made.extensions["sellervitals"].store.close()


def post(client, data, kind=TSV):
    body = data if isinstance(data, bytes) else data.encode()
    return client.post("/v1/evaluations", data=body, content_type=kind)


def value(answer):
    assert answer.status_code == 201, answer.json
    return {each["rule"]: each["value"] for each in answer.json["findings"]}["acme.stuck-stock"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (TABLE, TSV),
        (TABLE, f"{TSV}; charset=UTF-8"),
        (TABLE, CSV),
        (TABLE.replace("\t", ","), CSV),
        (TABLE.replace("\t", ";"), CSV),
        (TABLE.replace("\n", "\r\n"), TSV),
        ("\ufeff" + TABLE, TSV),
        (TABLE.encode("utf-16"), f"{TSV}; charset=utf-16"),
        (TABLE.replace("A\t", "Größe\t").encode("cp1252"), f"{TSV}; charset=windows-1252"),
        (TABLE.replace("A\t", "①髙\t").encode("cp932"), f"{TSV}; charset=shift_jis"),
    ],
)
def test_s53_a_table_alone_is_a_body(acme, data, kind):
    assert value(post(acme, data, kind)) == "7"


@pytest.mark.parametrize(
    ("data", "kind", "status", "slug", "pointer"),
    [
        pytest.param("", TSV, 422, "document-not-recognised", "", id="empty"),
        pytest.param("a\tb\n1\t2\n", TSV, 422, "document-not-recognised", "", id="no_reader"),
        pytest.param('{"metrics": {}}', CSV, 422, "document-not-recognised", "", id="json_object"),
        pytest.param("[" * 9_999, CSV, 422, "document-not-recognised", "", id="json_array"),
        pytest.param(TABLE.encode("utf-16"), TSV, 400, "invalid-encoding", None, id="b72_utf_16"),
        pytest.param(
            TABLE.replace("A", "é").encode("cp1252"), CSV, 400, "invalid-encoding", None, id="b72_cp1252"
        ),
        pytest.param(
            TABLE.replace("A", "日本").encode("cp932"), TSV, 400, "invalid-encoding", None, id="b72_shift_jis"
        ),
        pytest.param(TABLE, f"{CSV}; charset=rot13", 400, "invalid-encoding", None, id="b72_unknown"),
        pytest.param(b"PK\x03\x04" + b"x" * 99, CSV, 415, "unsupported-media-type", None, id="b73_xlsx"),
        pytest.param(b"\x1f\x8b\x08x", TSV, 415, "unsupported-media-type", None, id="b73_gzip"),
        pytest.param(b"\xd0\xcf\x11\xe0x", CSV, 415, "unsupported-media-type", None, id="b73_xls"),
        pytest.param(b"%PDF-1.7", CSV, 415, "unsupported-media-type", None, id="b73_pdf"),
        pytest.param(
            HEADER + "A\t\0", TSV, 422, "validation-failed", "/documents/0/content/row/2", id="s53_nul"
        ),
        pytest.param(
            TABLE + "B\t1\n", TSV, 422, "document-unreadable", "/documents/0/content/row/3", id="b71_ragged"
        ),
        pytest.param(
            TABLE.replace("\t", ",") + 'B,"1,2\n',
            CSV,
            422,
            "document-unreadable",
            "/documents/0/content/row/3",
            id="b71_quote",
        ),
        pytest.param(
            HEADER.strip() + "\tSKU\n",
            TSV,
            422,
            "document-unreadable",
            "/documents/0/content/row/1",
            id="b71_twice",
        ),
        pytest.param(
            TABLE + "x" * 200_000 + "\t\t\t\t\t\n",
            TSV,
            422,
            "document-unreadable",
            "/documents/0/content/row/3",
            id="b71_long",
        ),
    ],
)
def test_b71_b72_b73_tables_are_refused_with_their_row(acme, data, kind, status, slug, pointer):  # noqa: PLR0917
    answer = post(acme, data, kind)
    assert (answer.status_code, answer.json["type"]) == (status, f"/problems/{slug}")
    if pointer is not None:
        assert [each["pointer"] for each in answer.json["errors"]] == [pointer]
    assert acme.get("/v1/evaluations").json["data"] == []


def test_several_files_and_an_envelope_make_one_evaluation(served):
    acme = served.test_client()
    report = json.dumps({"acmeStore": "store-1", "parcels": {"late": 1, "sent": 100}}).encode()
    form = {
        "request": json.dumps({"account": {"site": "NORTH"}, "as_of": "2026-11-21"}),
        "document": [(BytesIO(TABLE.encode()), "stock.tsv"), (BytesIO(report), "parcels.json")],
    }
    answer = acme.post("/v1/evaluations", data=form, content_type="multipart/form-data")
    assert value(answer) == "7"
    assert {each["document"] for each in answer.json["coverage"]["read"]} == {
        "acme.stock-list",
        "acme.parcel-report",
    }


def test_a_table_may_stand_in_the_envelope(acme):
    body = {"account": {"site": "SOUTH"}, "documents": [{"type": "acme.stock-list", "content": TABLE}]}
    answer = acme.post("/v1/evaluations", json=body)
    assert value(answer) == "7"
    assert answer.json["account"]["site"] == "SOUTH"
    broken = {"documents": [{"content": TABLE + "B\n"}]}
    (error,) = acme.post("/v1/evaluations", json=broken).json["errors"]
    assert error["pointer"] == "/documents/0/content/row/3"


def test_of_two_tables_of_one_kind_the_newest_counts(acme):
    newer = TABLE.replace("\t7\t", "\t8\t").replace("11-20", "11-21")
    for given in ((TABLE, newer), (newer, TABLE)):
        body = {"documents": [{"content": each} for each in given]}
        answer = acme.post("/v1/evaluations", json=body)
        assert value(answer) == "8"
        assert "duplicate_table" in [each["code"] for each in answer.json["warnings"]]


def test_b50_each_kind_of_body_has_its_own_limit(install, tmp_path):
    install("acme", module="sellervitals_acme", folder=ACME, version="2.2")
    address = f"sqlite:///{tmp_path}/small.sqlite3"
    app = create_app(Settings(database_url=address, max_body_bytes=1024, max_file_bytes=4096))
    client = app.test_client()
    full = TABLE + "\n" * (4096 - len(TABLE))
    assert post(client, full).status_code == 201
    assert post(client, full + "\n").json["type"] == "/problems/payload-too-large"
    wrapped = json.dumps({"documents": [{"content": TABLE}]})
    spaces = " " * (1024 - len(wrapped))
    assert post(client, wrapped + spaces, "application/json").status_code == 201
    assert post(client, wrapped + spaces + " ", "application/json").status_code == 413
    app.extensions["sellervitals"].store.close()


def test_8000_older_measurements_are_stored_in_one_go(served):
    client = served.test_client()

    def deep(days):
        account = {"marketplace": "deep", "seller_id": "D1"}
        return {"account": account, "documents": [{"content": {"deepDays": days}}]}

    client.post("/v1/evaluations", json=deep(2))
    before = process_time()
    answer = client.post("/v1/evaluations", json=deep(8_000))
    took = process_time() - before
    assert answer.status_code == 201
    assert answer.json["coverage"]["history"] == [
        {"metric": "points", "segment": None, "count": 7_999, "from": "2000-01-01", "to": "2021-11-24"}
    ]
    assert took < 1
    engine = served.extensions["sellervitals"].store._reads
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT count(*), count(DISTINCT day) FROM history"))
        assert tuple(rows.one()) == (8_000, 8_000)


GROWTH = """
    import resource
    import sys

    from sellervitals.app import create_app
    from sellervitals.config import Settings

    client = create_app(Settings(database_url=sys.argv[1])).test_client()
    HEADER = "sku\\ton-hand\\tstuck\\treason\\tyearly-cost\\tcounted-on\\n"
    ROW = "SKU-{:07d}-as-long-as-names-are\\t9\\t{}\\taged\\t3.50\\t2026-11-20\\n"


    def post(rows):
        body = (HEADER + "".join(ROW.format(n, n % 100 == 0) for n in range(rows))).encode()
        body = body.replace(b"\\tTrue\\t", b"\\t1\\t").replace(b"\\tFalse\\t", b"\\t0\\t")
        print(len(body))
        answer = client.post("/v1/evaluations", data=body, content_type="text/tab-separated-values")
        assert answer.status_code == 201, answer.json
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


    post(10)
    post(175_000)
"""


def test_s07_a_table_of_10_mb_takes_at_most_ten_times_its_size(install, tmp_path):
    install("acme", module="sellervitals_acme", folder=ACME, version="2.2")
    ran = subprocess.run(
        [sys.executable, "-c", dedent(GROWTH), f"sqlite:///{tmp_path}/store.sqlite3"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path[:2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    _, before, size, after = map(int, ran.stdout.split())
    assert size > 10_000_000
    assert after - before <= 10 * size


@pytest.mark.parametrize("wrapped", [0, 1])
def test_b50_a_form_brings_no_more_documents_than_an_envelope(acme, wrapped):
    def posted(count):
        form = {
            "request": json.dumps({"documents": [{"content": TABLE}] * wrapped}),
            "document": [(BytesIO(TABLE.encode()), f"{number}.tsv") for number in range(count - wrapped)],
        }
        if not wrapped:
            del form["request"]
        return acme.post("/v1/evaluations", data=form, content_type="multipart/form-data")

    assert posted(DOCUMENTS).status_code == 201
    answer = posted(DOCUMENTS + 1)
    assert answer.status_code == 422, answer.json
    (error,) = answer.json["errors"]
    assert (error["pointer"], error["code"]) == ("/documents", "limit-exceeded")


def test_a_table_about_days_to_come_is_judged_today_and_the_answer_says_so(acme):
    answer = post(acme, TABLE.replace("2026-11-20", "2999-01-01"))
    assert value(answer) == "7"
    assert answer.json["as_of"] == answer.json["observed_at"][:10]
    assert "day_to_come" in [each["code"] for each in answer.json["warnings"]]


def test_a_part_is_named_by_a_pointer_of_bounded_length(acme):
    name = "a/b~" + "x" * 100_000
    answer = acme.post("/v1/evaluations", data={name: "1"}, content_type="multipart/form-data")
    assert answer.status_code == 422
    (error,) = answer.json["errors"]
    assert error["pointer"] == "/a~1b~0" + "x" * (KEY_CHARACTERS - 4)
    assert len(answer.data) < 1_000
