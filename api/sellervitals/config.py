"""The settings of one process; nothing else reads the environment."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any, Literal

from environs import Env, EnvValidationError, ValidationError
from environs import validate as must

PREFIX = "SELLERVITALS_"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
SYNCHRONOUS = ("FULL", "NORMAL")
DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")


class SettingsError(Exception):
    """The process must not start: settings cannot be used; the message lists all of them by variable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an operator can choose; ``docs/settings.md`` says what for.

    ``max_body_bytes`` counts bytes of one JSON request, ``max_file_bytes`` of one with files or of
    a TSV or CSV text; ``weights`` are whole numbers by rule id that replace the scorecard's; without
    ``keep_inputs`` evaluations cannot be replayed. The database's
    address stays out of ``repr``: it may hold a password.
    """

    database_url: str = field(default="sqlite:///sellervitals.sqlite3", repr=False)
    synchronous: Literal["FULL", "NORMAL"] = "FULL"
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    threads: int = 8
    allow_unauthenticated: bool = False
    blocked_plugins: tuple[str, ...] = ()
    strict_plugins: bool = False
    weights: Mapping[str, int] = field(default_factory=dict)
    log_level: str = "INFO"
    keep_inputs: bool = True
    max_body_bytes: int = 1024 * 1024
    max_file_bytes: int = 64 * 1024 * 1024

    @classmethod
    def from_env(cls) -> Settings:
        """Read ``SELLERVITALS_*``; SettingsError names every variable that cannot be used, at once."""
        env = Env(prefix=PREFIX, eager=False)
        given: dict[str, Any] = {
            "database_url": env.str("DATABASE_URL", _DEFAULT.database_url, validate=_database),
            "synchronous": env.str("SYNCHRONOUS", _DEFAULT.synchronous, validate=must.OneOf(SYNCHRONOUS)),
            "host": env.str("HOST", _DEFAULT.host, validate=_host),
            "port": env.int("PORT", _DEFAULT.port, validate=must.Range(0, 65_535)),
            "workers": env.int("WORKERS", _DEFAULT.workers, validate=must.Range(1, 256)),
            "threads": env.int("THREADS", _DEFAULT.threads, validate=must.Range(1, 256)),
            "allow_unauthenticated": env.bool("ALLOW_UNAUTHENTICATED", _DEFAULT.allow_unauthenticated),
            "blocked_plugins": env.list("BLOCKED_PLUGINS", [], subcast=str.strip),
            "strict_plugins": env.bool("STRICT_PLUGINS", _DEFAULT.strict_plugins),
            "weights": env.str("WEIGHTS", "", validate=read_weights),
            "keep_inputs": env.bool("KEEP_INPUTS", _DEFAULT.keep_inputs),
            "log_level": env.str("LOG_LEVEL", _DEFAULT.log_level, validate=must.OneOf(LOG_LEVELS)),
            "max_file_bytes": env.int(
                "MAX_FILE_BYTES", _DEFAULT.max_file_bytes, validate=must.Range(1024, 1024 * 1024 * 1024)
            ),
            "max_body_bytes": env.int(
                "MAX_BODY_BYTES", _DEFAULT.max_body_bytes, validate=must.Range(1024, 100 * 1024 * 1024)
            ),
        }
        try:
            env.seal()
        except EnvValidationError as fault:
            raise SettingsError(_sentence(fault.error_messages)) from None
        given["blocked_plugins"] = tuple(name for name in given["blocked_plugins"] if name)
        given["weights"] = read_weights(given["weights"])
        return cls(**given)


_DEFAULT = Settings()


def read_weights(text: str) -> dict[str, int]:
    """Read ``{"amazon.a": 3}`` or ``amazon.a=3,amazon.b=0``; ValidationError for anything else."""
    if text.lstrip().startswith("{"):
        try:
            pairs = json.loads(text, object_pairs_hook=list)
        except (ValueError, RecursionError) as problem:
            raise ValidationError("Not a JSON object.") from problem
    else:
        pairs = [_pair(part) for part in text.split(",") if part.strip()]
    weights: dict[str, int] = {}
    for rule, weight in pairs:
        if type(weight) is not int or weight < 0:
            raise ValidationError(f"The weight of {rule!r} must be a whole number from 0 up.")
        if rule in weights:
            raise ValidationError(f"The weight of {rule!r} is given twice.")
        weights[rule] = weight
    return weights


def is_loopback(host: str) -> bool:
    """Say whether only this machine can reach a server that listens on ``host``."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _pair(part: str) -> tuple[str, int | None]:
    rule, _, weight = (piece.strip() for piece in part.partition("="))
    return rule, int(weight) if weight.isdecimal() else None


def _database(url: str) -> None:
    if not url.startswith(DATABASES):
        raise ValidationError(f"Must start with {', '.join(DATABASES)}.")


def _host(host: str) -> None:
    if not host or any(not (char.isalnum() or char in ".:-_") for char in host):
        raise ValidationError("Must be an address or a host name.")


def _sentence(messages: Any) -> str:
    lines = [f"{name}: {' '.join(map(str, faults))}" for name, faults in sorted(messages.items())]
    return "Settings cannot be used: " + " ".join(lines)
