"""From the bytes of a request to a request body: one JSON text, or a form with files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any, NamedTuple

from flask import request
from werkzeug.datastructures import FileStorage, Headers
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import MultiPartParser
from werkzeug.http import parse_options_header

from sellervitals import strict_json
from sellervitals.config import Settings
from sellervitals.domain.pointer import token
from sellervitals.intake import recognise
from sellervitals.limits import DOCUMENTS, FORM_PARTS, KEY_CHARACTERS, MULTIPART_OVERHEAD
from sellervitals.payload import EVALUATION, Envelope, NulError, decoded, digest, loaded, parsed
from sellervitals.plugins import Registry
from sellervitals.problems import Fault, RefusedError

JSON = "application/json"
FORM = "multipart/form-data"
TEXTS = ("text/tab-separated-values", "text/csv")
NDJSON = ("application/x-ndjson", "application/jsonl")
"""One JSON text a line; neither name is registered, and both are in use."""
PROBLEMS = (
    "malformed-json",
    "duplicate-key",
    "invalid-encoding",
    "invalid-header",
    "length-required",
    "payload-too-large",
    "unsupported-media-type",
    "validation-failed",
    "unknown-field",
    "limit-exceeded",
    "number-out-of-range",
)
"""Why a body may be refused, by slug."""
READING_PROBLEMS = ("unit-missing", "unit-mismatch", "document-not-recognised", "document-unreadable")
"""Why documents and plain metrics in a body may be refused beside that."""
FILE_CHARSETS = {"utf-8", "us-ascii", "windows-1252", "iso-8859-1", "shift_jis", "utf-16"}
"""What marketplaces' own files come in; JSON is UTF-8 alone."""
_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"%PDF")


class Source(NamedTuple):
    """A request body as it came: its Content-Type and its bytes. Whoever keeps both can read it again."""

    content_type: str
    data: bytes


class Body(NamedTuple):
    """A loaded request body, the digest of the bytes it came in, and those."""

    content: dict[str, Any]
    digest: str
    source: Source


def read(registry: Registry, settings: Settings, expected: Envelope = EVALUATION) -> Body:
    """Read the body of the current request.

    Args:
        registry: whose readers recognise a raw document that comes without an envelope.
        settings: how large JSON, and how large all files together may be.
        expected: what an envelope may hold.

    Raises:
        RefusedError: headers, then length, then syntax, then content; nothing after the first of them.
    """
    given: str = request.environ.get("CONTENT_TYPE", "")
    kind, _ = _content_type(given)
    most = settings.max_body_bytes if kind == JSON else settings.max_file_bytes
    source = Source(given, _bytes(most + MULTIPART_OVERHEAD if kind == FORM else most))
    return Body(again(registry, settings, source, expected), digest(source.data), source)


def again(
    registry: Registry, settings: Settings, source: Source, expected: Envelope = EVALUATION
) -> dict[str, Any]:
    """Load a body that was read before; RefusedError as ``read`` has it."""
    kind, options = _content_type(source.content_type)
    if kind == JSON:
        return loaded(registry, strict_json.loads(source.data), expected).request
    if kind in TEXTS:
        return _text(registry, _read(decoded, source.data, options, "/documents/0/content"))
    return _form(registry, source.data, options, settings.max_file_bytes, expected)


def read_json(settings: Settings) -> Any:
    """Read the body of the current request as JSON alone; RefusedError as ``read`` has it."""
    kind, _ = _content_type(request.environ.get("CONTENT_TYPE", ""))
    if kind != JSON:
        raise RefusedError("unsupported-media-type", f"The body must be {JSON}.")
    return strict_json.loads(_bytes(settings.max_body_bytes))


def read_lines(settings: Settings) -> bytes:
    """Read the body of the current request as JSON texts, one a line; RefusedError as ``read`` has it."""
    kind, _ = _content_type(request.environ.get("CONTENT_TYPE", ""), NDJSON)
    if kind not in NDJSON:
        raise RefusedError("unsupported-media-type", f"The body must be {' or '.join(NDJSON)}.")
    return _bytes(settings.max_file_bytes)


def _content_type(given: str, more: tuple[str, ...] = ()) -> tuple[str, dict[str, str]]:
    if given == JSON:
        return JSON, {}
    kind, options = parse_options_header(given)
    kind = kind.lower()
    if kind == JSON or kind in more:
        if options.get("charset", "utf-8").lower() != "utf-8":
            raise RefusedError("invalid-encoding", "JSON is read as UTF-8 alone.")
        return kind, options
    if kind == FORM and options.get("boundary"):
        return FORM, options
    if kind in TEXTS:
        return kind, options
    detail = f"The body must be {JSON}, {', '.join(TEXTS)}, or {FORM} with a boundary."
    raise RefusedError("unsupported-media-type", detail)


def _bytes(most: int) -> bytes:
    """Read exactly what Content-Length announces: a body can neither be cut off unseen nor grow."""
    environ = request.environ
    if environ.get("HTTP_CONTENT_ENCODING", "identity").lower() != "identity":
        raise RefusedError("unsupported-media-type", "Compressed bodies are not read.")
    if "HTTP_TRANSFER_ENCODING" in environ:
        raise RefusedError("length-required", "Send Content-Length instead of Transfer-Encoding.")
    announced: str = environ.get("CONTENT_LENGTH") or "0"
    if not (announced.isascii() and announced.isdigit()):
        raise RefusedError("invalid-header", "Content-Length must be a whole number.")
    length = int(announced[:20])
    if length > most:
        raise RefusedError("payload-too-large", f"The body has more than {most} bytes.")
    try:
        data: bytes = environ["wsgi.input"].read(length)
    except OSError:  # the client fell silent, or is gone
        raise RefusedError("malformed-json", f"The body of {length} bytes did not arrive.") from None
    if len(data) < length:
        raise RefusedError("malformed-json", f"The body ends after {len(data)} of {length} bytes.")
    return data


def _text(registry: Registry, content: str) -> dict[str, Any]:
    """Make a request of a table; it is never JSON, whose limits are others."""
    if recognise(registry, content) is None:
        detail = f"no reader knows this document; known are {registry.known_documents}."
        raise RefusedError.of([Fault("", "document-not-recognised", detail)])
    return loaded(registry, content).request


class _Form(MultiPartParser):
    """Reads fields byte for byte, where werkzeug would put U+FFFD for what is not in their charset."""

    def get_part_charset(self, headers: Headers) -> str:  # noqa: ARG002 - its signature
        """Take a charset that every byte has a character in."""
        return "iso-8859-1"


def _form(
    registry: Registry, data: bytes, options: dict[str, str], most: int, expected: Envelope
) -> dict[str, Any]:
    """Read the parts ``request`` (an envelope) and ``document`` (files, any number)."""
    parser = _Form(
        stream_factory=lambda *_, **__: BytesIO(),  # the body is in memory already, no file is opened for it
        max_form_memory_size=most,
        max_form_parts=FORM_PARTS,
    )
    try:
        fields, files = parser.parse(BytesIO(data), options["boundary"].encode(), len(data))
    except RequestEntityTooLarge:
        detail = f"The form has more than {FORM_PARTS} parts."
        raise RefusedError("payload-too-large", detail) from None
    except ValueError as problem:
        raise RefusedError("malformed-json", f"The form cannot be read: {problem}.") from None
    no_part = "is no part of this form; known are request and document."
    faults = [
        Fault(f"/{token(name[:KEY_CHARACTERS])}", "unknown-field", no_part)
        for name in {*fields, *files} - {"request", "document"}
    ]
    if "document" in fields:
        faults.append(Fault("/document", "validation-failed", "must be a file, with a filename."))
    envelopes = [each.encode("iso-8859-1") for each in fields.getlist("request")]
    envelopes += [each.read() for each in files.getlist("request")]
    if len(envelopes) > 1:
        faults.append(Fault("/request", "validation-failed", "is given more than once."))
    if faults:
        raise RefusedError.of(faults)
    given = strict_json.loads(envelopes[0]) if envelopes else {}
    content = loaded(registry, given, expected).request
    documents = content.setdefault("documents", [])
    first = len(documents)
    documents.extend(
        {"content": _file(each, f"/documents/{first + number}/content")}
        for number, each in enumerate(files.getlist("document"))
    )
    if len(documents) > DOCUMENTS:
        raise RefusedError.of([Fault("/documents", "limit-exceeded", f"has more than {DOCUMENTS} items.")])
    return content


def _file(part: FileStorage, pointer: str) -> Any:
    return _read(parsed, part.read(), part.mimetype_params, pointer)


def _read(reads: Callable[[bytes, str], Any], data: bytes, options: Mapping[str, str], pointer: str) -> Any:
    """Read a file in the charset that its Content-Type names."""
    if data.startswith(_ARCHIVES):
        raise RefusedError("unsupported-media-type", "Archives, spreadsheets and PDF files are not read.")
    charset = options.get("charset", "utf-8").lower()
    if charset not in FILE_CHARSETS:
        raise RefusedError("invalid-encoding", f"Files are read as {', '.join(sorted(FILE_CHARSETS))}.")
    try:
        return reads(data, charset)
    except NulError as problem:
        at = f"{pointer}/row/{problem.row}"
        raise RefusedError.of([Fault(at, "validation-failed", "holds NUL.")]) from None
    except UnicodeError:
        detail = f"A file is not {charset}; name its charset in the Content-Type."
        raise RefusedError("invalid-encoding", detail) from None
