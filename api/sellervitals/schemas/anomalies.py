"""Anomalies in the history of an account: what can be asked, and what the answer looks like."""

from __future__ import annotations

from sellervitals.limits import ANOMALY_POINTS, NAME_CHARACTERS
from sellervitals.schemas.accounts import SpanSchema
from sellervitals.schemas.anomaly import AnomalySchema
from sellervitals.schemas.fields import Text, day, flag, nested_list, text, whole
from sellervitals.schemas.page import PagedSchema


class AnomalyQuerySchema(SpanSchema):
    """Days, a site and a metric, and the place to go on from."""

    metric = Text(longest=NAME_CHARACTERS, metadata={"description": "Only this metric."})


class StoredAnomalySchema(AnomalySchema):
    """The same, of a value in the history of an account."""

    site = text("The site.", null=True)
    evaluation = text("The evaluation that said the value.", longest=64)


class AnomalyPageSchema(PagedSchema):
    """Anomalies in the history of an account."""

    account = text("The account.", longest=64)
    points = whole("How many values were read for it, the newest first.", maximum=ANOMALY_POINTS)
    complete = flag(f"False where there are more than {ANOMALY_POINTS:,}: what is older was not looked at.")
    looked_back_to = day("The earliest day of them; null without any.", null=True)
    policy = flag("Always false: none of this is policy.")
    data = nested_list(StoredAnomalySchema, "The anomalies, the latest day first.")
