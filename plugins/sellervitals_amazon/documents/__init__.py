"""Native Amazon documents: one reader each."""

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.performance_report import REPORT

ALL: tuple[sdk.Document, ...] = (REPORT,)
