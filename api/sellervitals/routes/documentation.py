"""The contract for machines and for people; nothing here comes from another host."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files

from flask import Response, request

from sellervitals.openapi import Blueprint, answer, path_parameter
from sellervitals.problems import PROBLEMS, ProblemType, RefusedError
from sellervitals.routes.service import cached_answer, digest_of, json_answer, service
from sellervitals.schemas.examples import EXAMPLES

HTML = "text/html"
_OWN = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_DOCS_POLICY = f"{_OWN}; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
_PAGE_POLICY = f"{_OWN}; style-src 'self'"
_STATIC, _SWAGGER_UI = "sellervitals.static", "flask_swagger_ui"
_ASSETS = {
    "docs.js": (_STATIC, "docs.js", "text/javascript"),
    "page.css": (_STATIC, "page.css", "text/css"),
    "swagger-ui.css": (_SWAGGER_UI, "dist/swagger-ui.css", "text/css"),
    "swagger-ui-bundle.js": (_SWAGGER_UI, "dist/swagger-ui-bundle.js", "text/javascript"),
    "favicon-32x32.png": (_SWAGGER_UI, "dist/favicon-32x32.png", "image/png"),
}
_ASSET_TYPES = ("text/javascript", "text/css", "image/png")

blueprint = Blueprint("documentation", __name__, description="The contract, for machines and for people.")


@blueprint.operation(
    "GET",
    "/openapi.json",
    headers=("If-None-Match",),
    answers={
        200: answer("The document.", {"type": "object"}, headers=("ETag",)),
        304: answer("Unchanged.", headers=("ETag",)),
    },
)
def read_openapi() -> Response:
    """Read the OpenAPI document.

    OpenAPI 3.1, written from the code that serves it.
    """
    document = service().openapi
    return cached_answer(document, digest_of(document))


@blueprint.operation(
    "GET",
    "/docs",
    answers={200: answer("A page.", texts=(HTML,))},
    produces=(HTML,),
)
def read_docs() -> Response:
    """Browse the document.

    Swagger UI, served from here; no other host is asked for anything.
    """
    content = (files(_STATIC) / "docs.html").read_bytes()
    response = Response(content, content_type=f"{HTML}; charset=utf-8")
    response.headers["Content-Security-Policy"] = _DOCS_POLICY
    return response


@blueprint.operation(
    "GET",
    "/docs/<asset>",
    parameters=path_parameter("asset", "A file that the page needs.", "docs.js"),
    headers=("If-None-Match",),
    answers={
        200: answer("The file.", headers=("ETag",), texts=_ASSET_TYPES),
        304: answer("Unchanged.", headers=("ETag",)),
    },
    problems=("not-found",),
    produces=_ASSET_TYPES,
)
def read_docs_asset(asset: str) -> Response:
    """Read a file of the page.

    Scripts, styles and pictures of `/docs`.
    """
    if asset not in _ASSETS:
        raise RefusedError("not-found", "The page has no such file.")
    content, etag = _asset(asset)
    return cached_answer(content, etag, _ASSETS[asset][2])


@blueprint.operation(
    "GET",
    "/problems/<slug>",
    parameters=path_parameter("slug", "What stands after `/problems/` in a problem's type.", "unit-missing"),
    answers={
        200: answer("What it means, for people or for machines.", {"type": "object"}, texts=(HTML,)),
    },
    problems=("not-found",),
    produces=(HTML, "application/json"),
)
def read_problem_type(slug: str) -> Response:
    """Read what a problem type means.

    The type of every problem leads here.
    """
    kind = PROBLEMS.get(slug)
    if kind is None:
        raise RefusedError("not-found", "There is no such problem type.")
    if request.accept_mimetypes.best_match(("application/json", HTML)) == HTML:
        response = Response(_page(kind), content_type=f"{HTML}; charset=utf-8")
        response.headers["Content-Security-Policy"] = _PAGE_POLICY
    else:
        response = json_answer(
            {
                **kind.about,
                "retryable": kind.retryable,
                "example": EXAMPLES["problems"][slug],
            }
        )
    response.headers["Vary"] = "Accept"
    return response


def _page(kind: ProblemType) -> str:
    retry = "The same request may succeed later." if kind.retryable else "The same request will fail again."
    title = escape(kind.title)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/docs/page.css">'
        f"<main><p><code>{escape(kind.slug)}</code></p><h1>{title}</h1>"
        f"<p>HTTP {kind.status.value} {escape(kind.status.phrase)}. {retry}</p>"
        "<p>The answer names every fault under <code>errors</code>."
        ' <a href="/docs">All operations</a></p></main></html>'
    )


@cache
def _asset(name: str) -> tuple[bytes, str]:
    package, path, _ = _ASSETS[name]
    content = files(package).joinpath(path).read_bytes()
    return content, digest_of(content)
