"""Every limit on input, once: the parser, the schemas, the OpenAPI document and the tests read them here."""

from __future__ import annotations

from sellervitals.domain.sheet import COLUMNS, ROWS

JSON_DEPTH = 32
"""Objects and arrays inside each other; the deepest known document has 7."""
KEYS_PER_OBJECT = 256
KEY_CHARACTERS = 128
"""Documents of marketplaces carry longer keys than ours, which have 64 at most."""

NUMBER_CHARACTERS = 32
"""Of a whole number too: documents carry ids of 18 digits and more, which nobody calculates with."""
INTEGER_DIGITS = 15
"""What every JSON reader keeps exactly, also one that has only 64-bit floats."""
DECIMAL_DIGITS = 20
"""Reports carry rates such as 0.03203973037, and quotients printed with all the digits of a float."""
EXPONENTS = range(-10, 16)

TEXT_CHARACTERS = 1_024
"""A text in the envelope; the content of a document is bounded by the body alone."""
NAME_CHARACTERS = 64
TAGS = 50
DOCUMENTS = 50
MEASUREMENTS = 500
SITES = 100
"""Sites of one request; the largest marketplace has two dozen. Each site's answer names all others."""
READ = 5_000
"""Measurements of one request, from documents and metrics together; each becomes a finding of 2 kB."""
HISTORY = 20_000
"""Older measurements of one request: two years of days of two dozen metrics."""
SHEET_ROWS, SHEET_COLUMNS = ROWS, COLUMNS
IMPORT_LINES = 1_000
"""Snapshots of one import; a year of days of two sites and more."""
IMPORT_READ = 100_000
"""Measurements of one import, those of the past included."""
LARGEST_COUNT = 10**15
WINDOW_DAYS = 400
DAYS = 800
"""Daily counts of one series: two years, with the days that a report lags."""
DAILY_SERIES = 50
"""Series of daily counts for one metric, one per segment."""
HORIZON = range(1, 401)
HORIZON_DEFAULT = 90
"""Days that a forecast looks ahead."""
FORECAST_DAYS = 50_000
"""Days of all lines of one forecast; each is answered with 250 bytes."""

PAGE = range(1, 101)
PAGE_DEFAULT = 25
SERIES = range(1, 1_001)
SERIES_DEFAULT = 400
"""More than a year of days; a point is far smaller than an account or an evaluation."""
ANOMALY_POINTS = 10_000
"""Values of an account that are read to look for anomalies: a year of days of two dozen metrics."""
CURSOR_CHARACTERS = 512

FAULTS_ANSWERED = 100
REQUEST_ID_CHARACTERS = 64
FORM_PARTS = DOCUMENTS + 1
MULTIPART_OVERHEAD = 64 * 1_024
"""Bytes that boundaries and part headers may add to a body of the largest size."""

PLANNED = 100
"""Findings that a plan of action is about."""
STATEMENTS = 50
"""Actions, measures or pieces of evidence for one finding."""
STATEMENT_CHARACTERS = 4_096
"""A paragraph; marketplaces read no more."""
COVERED = 20
"""Things that one piece of evidence covers, or that a notice asks for."""

OWN_LIMITS = 500
"""Own limits of one profile."""
WAIVERS = 200
"""Waivers of one account, or of one request; every evaluation looks at all of them."""
WAIVER_DAYS = 400
"""How far ahead a waiver may end: who answers for something longer says so again."""
MOVED = 500
"""Changes of one simulation."""
SEARCHED = 50
"""Rates of one goal that a cheapest combination is searched for: work grows with the square of them."""
