"""Every stored payload through the real command: recognised untold, judged, its colour mirrored."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sellervitals.cli import cli

PAYLOADS = sorted((Path(__file__).parent / "payloads").glob("*.json"))
LEVELS = {
    "users_id.protected.docs-sample": "5_green",
    "users_id.mla-high-volume.real-masked": "5_green",
    "users_id.mla-protected.real-masked": "5_green",
    "users_id.mla-delays.real-masked": "5_green",
    "users_id.mlb-yellow.composed": "3_yellow",
    "users_id.mlm-red-low-volume.composed": "1_red",
    "users_id.no-reputation.composed": None,
    "users_id.public-without-metrics.composed": "5_green",
}


def check(path, *more):
    done = CliRunner().invoke(cli, ["check", str(path), "--format", "json", *more])
    assert done.exit_code in {0, 1}, done.output
    return json.loads(done.stdout), done.exit_code


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.stem)
def test_a_payload_is_recognised_and_judged(path):
    answer, _ = check(path)
    assert answer["account"]["marketplace"] == "mercadolibre"
    weighty = [each for each in answer["findings"] if each["rule"] != "mercadolibre.report-consistency"]
    assert any(each["outcome"] in {"pass", "warn", "fail"} for each in weighty)
    assert not any(each["outcome"] == "error" for each in answer["findings"])
    assert answer["coverage"]["ignored"] == []


@pytest.mark.parametrize(("name", "level"), LEVELS.items())
def test_the_level_is_the_word_of_mercado_libre(name, level):
    path = next(each for each in PAYLOADS if each.stem == name)
    assert json.loads(path.read_text("utf-8"))["seller_reputation"]["level_id"] == level
    answer, _ = check(path)
    assert (answer["level"] or {"name": None})["name"] == level


def test_every_payload_of_a_user_is_among_them():
    assert {path.stem for path in PAYLOADS if path.stem.startswith("users_id")} == LEVELS.keys()


@pytest.mark.parametrize(("site", "level"), [("MLM", "5_green"), ("MLB", "2_orange"), ("MLC", None)])
def test_a_cross_border_seller_has_a_level_for_each_site(tmp_path, site, level):
    (path,) = (each for each in PAYLOADS if each.stem.startswith("global"))
    body = {"account": {"site": site}, "documents": [{"content": json.loads(path.read_text("utf-8"))}]}
    wrapped = tmp_path / "body.json"
    wrapped.write_text(json.dumps(body), "utf-8")
    answer, _ = check(wrapped)
    assert answer["account"]["site"] == site
    assert (answer["level"] or {"name": None})["name"] == level
    others = {"MLM", "MLB", "MLC"} - {site}
    assert {each["site"] for each in answer["other_sites"]} == others


@pytest.mark.parametrize("name", [name for name in LEVELS if "mla" in name])
def test_records_of_2021_are_not_judged_by_the_scale_of_2023(name):
    answer, code = check(next(each for each in PAYLOADS if each.stem == name), "--as-of", "2021-04-15")
    outcomes = {each["rule"].partition(".")[2]: each["outcome"] for each in answer["findings"]}
    assert code == 0
    assert outcomes["reputation-level"] == "pass"
    assert {outcomes[f"{rate}-rate"] for rate in ("claims", "cancellations", "delayed-handling")} == {
        "not_applicable"
    }
