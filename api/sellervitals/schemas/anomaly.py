"""An anomaly: what is said of a value that jumps against its own history."""

from __future__ import annotations

from sellervitals.anomalies import Direction
from sellervitals.domain.measurement import Unit
from sellervitals.foresight.anomaly import BASELINE, LEAST_POINTS
from sellervitals.schemas.fields import Answer, day, decimal, flag, text, whole, word


class AnomalySchema(Answer):
    """A value that jumps against its own history. It is no policy and touches neither finding nor score."""

    metric = text("The metric.")
    segment = text("The segment; null for the whole account.", null=True)
    day = day("The day the value stands for.")
    value = decimal("The value; a rate is a ratio.")
    unit = word("What it is counted in.", Unit)
    display = text("The value for people, with its unit.")
    median = decimal("The median of the values before.", example="0.004")
    deviation = decimal("The median of their distances to it (MAD), in the value's unit.", example="0.0005")
    score = decimal(
        "The modified z-score, 0.6745 (value - median) / MAD, to four places; null where MAD is 0: more than"
        " half of the values before are the same.",
        example="6.61",
        null=True,
    )
    threshold = decimal("What the score is beyond.", example="3.5")
    points = whole("How many values before.", minimum=LEAST_POINTS, maximum=BASELINE)
    direction = word("Which way it went; null for a metric that is not known any more.", Direction, null=True)
    message = text("The same in a sentence.", longest=4_096)
    policy = flag("Always false: no policy says so.")
