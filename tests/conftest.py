"""What tests of several folders share."""

import sys
from pathlib import Path
from textwrap import dedent

import pytest


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Make a plugin discoverable without pip: a module and its metadata in a folder of ``sys.path``.

    ``install("wish", "source text")`` installs the module ``sellervitals_wish`` of the distribution
    ``sellervitals-wish`` 1.0 under the entry-point name ``wish``; ``folder`` takes what lies there instead.
    """
    installed = []

    def put(name, source=None, *, module=None, folder=None, distribution=None, version="1.0"):
        module = module or f"sellervitals_{name}"
        distribution = distribution or module.replace("_", "-")
        installed.append(module)
        root = Path(folder or tmp_path / distribution)
        home = tmp_path / f"{distribution}-metadata"
        meta = home / f"{distribution.replace('-', '_')}-{version}.dist-info"
        meta.mkdir(parents=True)
        (meta / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n")
        (meta / "entry_points.txt").write_text(f"[sellervitals]\n{name} = {module}\n")
        if source is not None:
            root.mkdir(exist_ok=True)
            (root / f"{module}.py").write_text(dedent(source))
        monkeypatch.syspath_prepend(str(root))
        monkeypatch.syspath_prepend(str(home))
        return root

    yield put
    for name in list(sys.modules):
        if name.partition(".")[0] in installed:
            del sys.modules[name]
