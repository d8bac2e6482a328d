import re
from dataclasses import fields
from pathlib import Path

import pytest

from sellervitals.config import PREFIX, Settings, SettingsError, is_loopback

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def empty(monkeypatch):
    for field in fields(Settings):
        monkeypatch.delenv(PREFIX + field.name.upper(), raising=False)
    return monkeypatch


def given(monkeypatch, **values):
    for name, value in values.items():
        monkeypatch.setenv(PREFIX + name, value)
    return Settings.from_env()


def test_nothing_set_gives_the_defaults():
    assert Settings.from_env() == Settings()


def test_every_setting_is_read(monkeypatch):
    assert given(
        monkeypatch,
        DATABASE_URL="postgresql://db/x",
        SYNCHRONOUS="NORMAL",
        HOST="::1",
        PORT="9000",
        WORKERS="2",
        THREADS="4",
        ALLOW_UNAUTHENTICATED="true",
        BLOCKED_PLUGINS="ebay, shopee,",
        STRICT_PLUGINS="1",
        WEIGHTS="amazon.a=3, amazon.b=0",
        KEEP_INPUTS="false",
        LOG_LEVEL="ERROR",
        MAX_BODY_BYTES="2048",
    ) == Settings(
        database_url="postgresql://db/x",
        synchronous="NORMAL",
        host="::1",
        port=9000,
        workers=2,
        threads=4,
        allow_unauthenticated=True,
        blocked_plugins=("ebay", "shopee"),
        strict_plugins=True,
        weights={"amazon.a": 3, "amazon.b": 0},
        keep_inputs=False,
        log_level="ERROR",
        max_body_bytes=2048,
    )


def test_weights_may_be_a_json_object(monkeypatch):
    assert given(monkeypatch, WEIGHTS=' {"amazon.a": 3}').weights == {"amazon.a": 3}


@pytest.mark.parametrize(
    "weights",
    [
        "amazon.a",
        "amazon.a=",
        "amazon.a=-1",
        "amazon.a=1.5",
        "amazon.a=x",
        "amazon.a=²",
        "amazon.a=1,amazon.a=2",
        "[1]",
        "{",
        '{"a": 1.0}',
        '{"a": true}',
        '{"a": "1"}',
        '{"a": 1, "a": 1}',
        '{"a":' * 100_000,
    ],
    ids=lambda text: text[:24],
)
def test_weights_that_are_no_whole_numbers_are_refused(monkeypatch, weights):
    with pytest.raises(SettingsError, match="SELLERVITALS_WEIGHTS"):
        given(monkeypatch, WEIGHTS=weights)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://u:secret@h/d"),
        ("DATABASE_URL", ""),
        ("SYNCHRONOUS", "OFF"),
        ("HOST", ""),
        ("HOST", "a b"),
        ("HOST", "a/b"),
        ("PORT", "tcp://10.0.0.1:8000"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("WORKERS", "0"),
        ("WORKERS", "1.5"),
        ("THREADS", "0"),
        ("ALLOW_UNAUTHENTICATED", "maybe"),
        ("STRICT_PLUGINS", ""),
        ("LOG_LEVEL", "loud"),
        ("MAX_BODY_BYTES", "12"),
    ],
)
def test_a_bad_value_is_refused_by_name(monkeypatch, name, value):
    with pytest.raises(SettingsError) as refused:
        given(monkeypatch, **{name: value})
    assert f"{PREFIX}{name}: " in str(refused.value)
    assert "secret" not in str(refused.value)


def test_all_bad_values_are_named_in_one_message(monkeypatch):
    with pytest.raises(SettingsError) as refused:
        given(monkeypatch, PORT="x", WORKERS="0", HOST="127.0.0.1", LOG_LEVEL="loud")
    assert re.findall(r"SELLERVITALS_\w+", str(refused.value)) == [
        "SELLERVITALS_LOG_LEVEL",
        "SELLERVITALS_PORT",
        "SELLERVITALS_WORKERS",
    ]


def test_the_password_of_the_database_stays_out_of_the_representation(monkeypatch):
    assert "secret" not in repr(given(monkeypatch, DATABASE_URL="postgresql://u:secret@h/d"))


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104
        ("::", False),
        ("10.0.0.1", False),
        ("example.org", False),
        ("localhost.example.org", False),
    ],
)
def test_only_loopback_is_this_machine_alone(host, own):
    assert is_loopback(host) is own


def test_every_setting_is_documented_with_its_default():
    rows = dict(
        re.findall(
            r"^\| `(\w+)` \| (?:`([^`]*)`|none) \|", (ROOT / "docs/settings.md").read_text(), re.MULTILINE
        )
    )
    defaults = Settings()
    assert rows == {
        PREFIX + field.name.upper(): _written(getattr(defaults, field.name)) for field in fields(Settings)
    }


def _written(value):
    return str(value).lower() if isinstance(value, bool) else str(value or "")


def test_nothing_else_reads_the_environment():
    own = ROOT / "api/sellervitals/config.py"
    read = re.compile(r"\b(os\.environ|getenv|environs|FlaskConfig.*from_prefixed_env)\b")
    sources = [*(ROOT / "api").rglob("*.py"), *(ROOT / "plugins").rglob("*.py")]
    assert [path for path in sources if path != own and read.search(path.read_text())] == []
    assert read.search(own.read_text())
