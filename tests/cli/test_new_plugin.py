import tomllib

import pytest


def test_new_plugin_writes_a_distribution_and_says_what_comes_next(run, tmp_path):
    answer = run("new-plugin", "corner_shop", "--into", tmp_path / "new")
    assert answer.exit_code == 0
    folder = tmp_path / "new" / "sellervitals-corner-shop"
    assert answer.stdout == f"Wrote {folder}. Next: cd {folder} && pip install -e . && pytest\n"
    project = tomllib.loads((folder / "pyproject.toml").read_text())["project"]
    assert project["entry-points"]["sellervitals"] == {"corner_shop": "sellervitals_corner_shop"}


def test_a_folder_that_is_there_is_left_alone(run, tmp_path):
    (tmp_path / "sellervitals-shop").mkdir()
    answer = run("new-plugin", "shop", "--into", tmp_path)
    assert answer.exit_code == 2
    assert answer.stderr == f"sellervitals: {tmp_path}/sellervitals-shop: File exists.\n"
    assert list((tmp_path / "sellervitals-shop").iterdir()) == []


@pytest.mark.parametrize("name", ["Shop", "my-shop", "1shop", "../shop", "", "amazon", "a\x1bb"])
def test_names_that_cannot_be_used_are_refused(run, tmp_path, name):
    answer = run("new-plugin", name, "--into", tmp_path)
    assert answer.exit_code == 2
    assert answer.stderr.startswith("sellervitals: ")
    assert "\x1b" not in answer.stderr
    assert list(tmp_path.iterdir()) == []
