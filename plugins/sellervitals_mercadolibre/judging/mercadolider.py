"""How a medal is judged: mirrored as it is, with a warning where its published gates are not kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.gates import SHARES
from sellervitals_mercadolibre.metrics import BADGES


def judge(case: sdk.Case) -> sdk.Verdict:
    """Pass a known medal whose gates are kept as far as is known; never fail, for the gates are undated."""
    medal = f"{case.value or ''}"
    says = f"{case.subject}: Mercado Libre says {medal:.60}"
    if medal not in BADGES:
        return sdk.Verdict(sdk.Outcome.WARN, f"{says}, which is no known medal.")
    gates = sdk.figures_on(case.rule.figures, case.day, case.site)
    broken = list(_broken(case, medal, gates))
    if not broken:
        return sdk.Verdict(sdk.Outcome.PASS, f"{says}.")
    message = f"{says}, but {' and '.join(broken)}, by an undated help page: the medal may be lost."
    return sdk.Verdict(sdk.Outcome.WARN, message)


def _broken(case: sdk.Case, medal: str, gates: Mapping[str, sdk.Figure]) -> Iterator[str]:
    """Say which gates the figures of the same segment do not keep; what is not reported breaks none."""
    for metric, (name, _) in SHARES.items():
        value, gate = _value(case, metric), gates.get(name)
        if isinstance(value, sdk.Rate) and gate is not None and value >= sdk.percent(gate.value):
            what = metric.removesuffix("_rate").replace("_", " ")
            yield f"{what} at {value.display()} (below {sdk.percent(gate.value).display()} is asked)"
    orders, gate = _value(case, "sales_completed"), gates.get(f"{medal}-orders")
    if isinstance(orders, Decimal) and gate is not None and orders < gate.value:
        yield f"sales at {orders:,} ({gate.value:,} are asked)"


def _value(case: sdk.Case, metric: str) -> object:
    segment = None if case.measurement is None else case.measurement.segment
    same = (each for each in case.others.get(metric, ()) if each.segment == segment)
    found = next(same, None)
    return None if found is None else found.decisive
