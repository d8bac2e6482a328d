"""The page of all operations in a real browser: it draws itself, and asks nobody but us."""

import shutil
import subprocess
from threading import Thread

import pytest
from werkzeug.serving import make_server

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
    *("--enable-logging=stderr", "--log-level=0", "--virtual-time-budget=20000", "--dump-dom"),
]


@pytest.fixture
def address(app):
    asked = []

    def noted(environ, start_response):
        asked.append(environ["PATH_INFO"])
        return app(environ, start_response)

    server = make_server("127.0.0.1", 0, noted, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


def browse(url, folder):
    command = [BROWSER, *FLAGS, f"--user-data-dir={folder}", url]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)


@pytest.mark.skipif(BROWSER is None, reason="NOT LOOKED AT: the docs page needs a Chromium")
def test_o14_the_docs_page_draws_every_operation_and_asks_no_other_host(address, tmp_path, client):
    url, asked = address
    seen = browse(f"{url}/docs", tmp_path)
    for item in client.get("/openapi.json").json["paths"].values():
        for operation in item.values():
            if "operationId" in operation:
                assert f"-{operation['operationId']}" in seen.stdout
    assert set(asked) >= {
        "/docs",
        "/docs/docs.js",
        "/docs/swagger-ui-bundle.js",
        "/docs/swagger-ui.css",
        "/openapi.json",
    }
    complaints = [line for line in seen.stderr.splitlines() if "CONSOLE" in line]
    assert complaints == []


@pytest.mark.skipif(BROWSER is None, reason="NOT LOOKED AT: the problem page needs a Chromium")
def test_a_problem_page_is_drawn_within_its_policy(address, tmp_path):
    url, _ = address
    seen = browse(f"{url}/problems/unit-missing", tmp_path)
    assert "A rate has no unit" in seen.stdout
    assert "CONSOLE" not in seen.stderr


def test_s10_the_docs_page_runs_no_inline_script(client):
    page = client.get("/docs")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "http" not in policy
    for script in page.text.split("<script")[1:]:
        assert script.startswith(' src="/docs/')
    for name in ("docs.js", "page.css", "swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"):
        first = client.get(f"/docs/{name}")
        assert first.status_code == 200
        known = client.get(f"/docs/{name}", headers={"If-None-Match": first.headers["ETag"]})
        assert known.status_code == 304
