"""Sources on stranded and missing stock, and on what buyers say."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

SOURCES: Mapping[str, sdk.Reference] = {
    "report-types": sdk.Reference(
        "Amazon: report types of the Selling Partner API",
        "https://github.com/amzn/selling-partner-api-docs/blob/main/references/reports-api/reporttype-values.md",
    ),
    "sales-report": sdk.Reference(
        "Amazon: schema of the sales and traffic report",
        "https://github.com/amzn/selling-partner-api-models/blob/main/schemas/reports/"
        "sellerSalesAndTrafficReport.json",
    ),
}
