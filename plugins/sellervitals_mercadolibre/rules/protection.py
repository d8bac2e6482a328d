"""Protection: a level that is not the seller's own, and the day on which it ends."""

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.judging.protection import judge
from sellervitals_mercadolibre.remedies.recovery import CONTEST, PAUSE, REAL_FIGURES
from sellervitals_mercadolibre.sources import cite

RULE = sdk.Rule(
    id="mercadolibre.protection",
    title="Protected level",
    why="When the protection ends, the level falls to what it is without.",
    reads=("real_level", "protection_end_date"),
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    steps=(REAL_FIGURES, PAUSE, CONTEST),
    references=cite("reputation", "recovery", "public-records"),
    since="0.1",
)
