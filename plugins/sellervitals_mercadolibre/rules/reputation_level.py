"""Reputation level: the colour of the thermometer, as Mercado Libre gives it."""

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.remedies.recovery import CLEAN_SALES, CONTEST, GUARANTEE, PAUSE
from sellervitals_mercadolibre.sources import cite
from sellervitals_mercadolibre.stakes import STAKES

RULE = sdk.Rule(
    id="mercadolibre.reputation-level",
    title="Reputation level",
    why="The colour decides how much the listings are shown, and green alone leads to MercadoLíder.",
    metric="level",
    severity=sdk.Severity.CRITICAL,
    words=(
        sdk.word("5_green", "pass"),
        sdk.word(
            "4_light_green",
            "warn",
            severity="medium",
            says="Light green is what the reputation benefit lends: the seller's own colour may be worse.",
        ),
        sdk.word(
            "3_yellow",
            "fail",
            severity="medium",
            says="Exposure falls with the colour, and only green leads to MercadoLíder.",
        ),
        sdk.word(
            "2_orange",
            "fail",
            severity="critical",
            health="0.25",
            says="It is one from the worst: exposure falls with the colour.",
        ),
        sdk.word(
            "1_red",
            "fail",
            severity="critical",
            health="0",
            says="It is the worst: exposure falls with the colour.",
        ),
    ),
    figures=STAKES,
    steps=(CLEAN_SALES, PAUSE, CONTEST, GUARANTEE),
    references=cite("reputation", "global-reputation", "benefit", "recovery", "revenue"),
    since="0.1",
)
