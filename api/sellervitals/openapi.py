"""The OpenAPI document, written by flask-smorest from what each operation says about itself.

``python -m sellervitals.openapi`` prints it as YAML. A view is registered as it is, with its documentation
beside it: flask-smorest's decorators would load, dump and wrap on every request.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import flask_smorest
import orjson
from apispec.yaml_utils import dict_to_yaml
from flask import Flask
from flask.typing import ResponseReturnValue
from marshmallow import Schema

from sellervitals import __version__
from sellervitals.frame import PROBLEM_JSON
from sellervitals.gate import JSON
from sellervitals.limits import REQUEST_ID_CHARACTERS
from sellervitals.problems import PROBLEMS
from sellervitals.schemas.examples import EXAMPLES
from sellervitals.schemas.problem import ProblemSchema
from sellervitals.schemas.profiles import InlineProfileSchema
from sellervitals.schemas.simulated_changes import MetricChangeSchema

View = Callable[..., ResponseReturnValue]
EVERYWHERE = ("missing-host", "invalid-parameter", "not-acceptable", "internal-error")
"""Problems that any operation may answer with."""

_PARAMETERS: dict[str, dict[str, Any]] = {
    "Prefer": {
        "description": "`return=minimal` leaves the body out; `handling=strict` refuses unknown metrics.",
        "schema": {"type": "string"},
        "example": "handling=strict",
    },
    "If-None-Match": {
        "description": "The ETag of an earlier answer; 304 without a body when it still holds.",
        "schema": {"type": "string"},
        "example": '"ev_01kb0t3v9b2m4q8r6s1w5x7y9z"',
    },
}
_HEADERS: dict[str, dict[str, Any]] = {
    "X-Request-Id": {
        "description": "The id of this request, yours if you sent a usable one; it is in our log too.",
        "schema": {
            "type": "string",
            "pattern": f"^[A-Za-z0-9._:-]{{1,{REQUEST_ID_CHARACTERS}}}$",
            "maxLength": REQUEST_ID_CHARACTERS,
        },
    },
    "ETag": {
        "description": "A strong validator of exactly these bytes.",
        "schema": {"type": "string", "maxLength": 128},
    },
    "Location": {
        "description": "Where the evaluation can be read from now on.",
        "schema": {"type": "string", "format": "uri-reference", "maxLength": 128},
    },
    "Link": {
        "description": 'The address of the next page, as `rel="next"`; absent on the last one.',
        "schema": {"type": "string", "maxLength": 4096},
    },
    "Retry-After": {
        "description": "Seconds to wait before the next attempt.",
        "schema": {"type": "integer", "format": "int32", "minimum": 1, "maximum": 3600},
    },
    "Allow": {
        "description": "The methods that apply here.",
        "schema": {"type": "string", "maxLength": 64},
    },
}


class Api(flask_smorest.Api):
    """flask-smorest without its own errors, pages and entity tags: ``errors.py`` and the views do that."""

    ERROR_SCHEMA = ProblemSchema
    DEFAULT_ERROR_RESPONSE_NAME = None

    def _register_error_handlers(self) -> None: ...
    def _register_responses(self) -> None: ...
    def _register_etag_headers(self) -> None: ...
    def _register_pagination_header(self) -> None: ...


class Blueprint(flask_smorest.Blueprint):
    """The operations of one tag."""

    def operation(
        self,
        method: str,
        path: str,
        *,
        answers: Mapping[int, Mapping[str, Any]],
        problems: Iterable[str] = (),
        query: type[Schema] | None = None,
        headers: Iterable[str] = (),
        body: Mapping[str, Any] | None = None,
        parameters: list[dict[str, Any]] | None = None,
        produces: tuple[str, ...] = JSON,
    ) -> Callable[[View], View]:
        """Register a view; its name is the operationId, its docstring summary and description.

        Args:
            method: of HTTP.
            path: as Flask writes it.
            answers: ``answer(...)`` by status, for success and 304.
            problems: slugs of ``PROBLEMS`` in addition to those that any operation has.
            query: what the query may hold; nothing when left out.
            headers: request headers, named in this module.
            body: an OpenAPI request body.
            parameters: path parameters.
            produces: media types of the answer, for Accept.
        """

        def register(view: View) -> View:
            described: dict[str, Any] = {
                "operationId": view.__name__,
                "parameters": [*({"in": "query", "schema": query} for _ in [query] if query), *headers],
                "responses": {**_answers(answers), **_problems((*EVERYWHERE, *problems))},
            }
            if body is not None:
                described["requestBody"] = body
            view.__dict__["_apidoc"] = {"manual_doc": described}
            view.query_schema = query and query()  # type: ignore[attr-defined]
            view.produces = produces  # type: ignore[attr-defined]
            view.consumes = tuple(body["content"]) if body else ()  # type: ignore[attr-defined]
            self.add_url_rule(path, view_func=view, methods=[method], parameters=parameters)
            return view

        return register


def answer(
    description: str,
    schema: Schema | type[Schema] | dict[str, Any] | None = None,
    *,
    example: str = "",
    headers: Iterable[str] = (),
    texts: Iterable[str] = (),
) -> dict[str, Any]:
    """Describe an answer.

    Args:
        description: when it is given.
        schema: of its JSON, if it can be JSON.
        example: the name of a file in ``schemas/samples``.
        headers: names known to this module.
        texts: the media types that it can be besides JSON.
    """
    content: dict[str, Any] = {media_type: {"schema": {"type": "string"}} for media_type in texts}
    if schema is not None:
        content[JSON[0]] = {"schema": schema}
    if example:
        content[JSON[0]]["example"] = EXAMPLES[example]
    described: dict[str, Any] = {"description": description, "headers": ["X-Request-Id", *headers]}
    if content:
        described["content"] = content
    return described


def path_parameter(name: str, description: str, example: str, pattern: str = "") -> list[dict[str, Any]]:
    """Describe the only parameter in a path."""
    schema: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": 128}
    if pattern:
        schema["pattern"] = pattern
    described = {"in": "path", "name": name, "description": description, "schema": schema, "example": example}
    return [{**described, "required": True}]


def _answers(answers: Mapping[int, Mapping[str, Any]]) -> dict[str, Any]:
    return {
        str(status): {**each, "headers": {name: name for name in each["headers"]}}
        for status, each in answers.items()
    }


def _problems(slugs: Iterable[str]) -> dict[str, Any]:
    """One response per status, each naming the problem types behind it with an example of each."""
    kinds = sorted((PROBLEMS[slug] for slug in dict.fromkeys(slugs)), key=lambda each: each.status)
    found: dict[str, Any] = {}
    for kind in kinds:
        response = found.setdefault(
            str(kind.status.value),
            {
                "description": "",
                "headers": {"X-Request-Id": "X-Request-Id"},
                "content": {PROBLEM_JSON: {"schema": ProblemSchema, "examples": {}}},
            },
        )
        sentence = f"`{kind.uri}`: {kind.title.lower()}."
        response["description"] = f"{response['description']} {sentence}".strip()
        response["content"][PROBLEM_JSON]["examples"][kind.slug] = {
            "summary": kind.title,
            "value": EXAMPLES["problems"][kind.slug],
        }
        if kind.retryable:
            response["headers"]["Retry-After"] = "Retry-After"
    return found


def describe(app: Flask) -> Api:
    """Begin the document of an app; blueprints registered with it add to it."""
    app.config.update(
        API_TITLE="sellervitals",
        API_VERSION=__version__,
        OPENAPI_VERSION="3.1.1",
        API_SPEC_OPTIONS={
            "info": {
                "description": (
                    "Judges marketplace seller accounts: post what a marketplace reports about an account,"
                    " get a score that adds up, findings that explain themselves, and steps to take. Rates"
                    " are ratios and decimals are texts in every answer. Every error is an RFC 9457 problem."
                ),
                "license": {"name": "MIT", "url": "https://opensource.org/license/mit"},
                "contact": {"name": "The authors of sellervitals"},
            },
            "servers": [{"url": "/", "description": "This service"}],
            "security": [],
        },
    )
    api = Api(app)
    components = api.spec.components
    # fields that take something else too refer to these by name
    components.schema("InlineProfile", schema=InlineProfileSchema)
    components.schema("MetricChange", schema=MetricChangeSchema)
    for name, header in _HEADERS.items():
        components.header(name, header, lazy=True)
    for name, parameter in _PARAMETERS.items():
        components.parameter(name, "header", {"required": False, **parameter}, lazy=True)
    return api


def main() -> None:
    """Print the document of this version as YAML; the plugins that are installed make no difference."""
    from sellervitals.app import create_app  # noqa: PLC0415 - this module is part of the app
    from sellervitals.config import Settings  # noqa: PLC0415

    app = create_app(Settings(database_url="sqlite:///:memory:"))
    document = orjson.loads(app.extensions["sellervitals"].openapi)
    options = {"sort_keys": False, "allow_unicode": True, "width": 110}
    sys.stdout.write(dict_to_yaml(document, options))


if __name__ == "__main__":
    main()
