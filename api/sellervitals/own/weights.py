"""A score by the caller's own weights, which may only be the lower one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sellervitals.domain.finding import Finding
from sellervitals.domain.marketplace import Notice, Scorecard
from sellervitals.domain.profile import Profile
from sellervitals.domain.rate import plain
from sellervitals.scoring import Score, score


class Scored(NamedTuple):
    """A score, the weights by rule id that made it, and what there is to say about them."""

    score: Score
    weights: Mapping[str, int]
    notices: tuple[Notice, ...] = ()


def scored(findings: Sequence[Finding], card: Scorecard, profile: Profile | None) -> Scored:
    """Score findings by the published weights, or by the caller's own where those do not make more of them.

    A heavy weight on what is well would thin out what is not, so the published weights stay where they give
    the lower score.
    """
    published = score(findings, card.weights, card.version)
    if profile is None or not profile.weights:
        return Scored(published, card.weights)
    weights = {**card.weights, **profile.weights}
    own = score(findings, weights, f"{card.version}+profile", published=card.weights)
    if published.value is None or (own.value is not None and own.value <= published.value):
        return Scored(own, weights)
    again = score(findings, card.weights, card.version)  # each finding is told what it costs
    would = "no score" if own.value is None else plain(own.value)
    message = (
        f"The weights of the profile would give {would}, and the published ones give"
        f" {plain(published.value)}: no weight makes more of an account, so these were applied."
    )
    return Scored(again, card.weights, (Notice("weights_not_applied", message),))
