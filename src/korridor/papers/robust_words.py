"""What a robust plan gains in bad futures, and its price, in words."""

from collections.abc import Callable
from dataclasses import dataclass

from korridor.operation.units import duration_text
from korridor.pictures.clock import HOUR_S, Clock
from korridor.planning.plan import Difference, InFutures, Plan, Robust


@dataclass(frozen=True)
class RobustLine:
    """One figure of the plain plan and of the robust one."""

    name: str
    plain: str
    robust: str


def robust_words(plan: Plan) -> tuple[str, ...]:
    """Return what was tried, gained and paid; nothing of a plan that was not asked to be robust."""
    found = plan.robust
    if found is None:
        return ()
    if found.made is None:
        return (_none(found),)
    has_horizon = plan.operation.horizon_s is not None
    how = f"Robust: made {found.made}, the best of {found.tried} plans tried beside the plain one."
    measured = f"Measured on {found.runs:,} futures that the search has not seen, with 95 % intervals."
    return (how, _gain(found, has_horizon), _price(found, has_horizon), measured)


def robust_lines(plan: Plan) -> tuple[RobustLine, ...]:
    """Return the figures of both plans side by side, for the report."""
    found = plan.robust
    if found is None or found.made is None:
        return ()
    clock = Clock(plan.operation.start)

    def line(name: str, said: Callable[[InFutures], str]) -> RobustLine:
        return RobustLine(name, said(found.plain), said(found.robust))

    if plan.operation.horizon_s is None:
        return (
            line("planned: last person out", lambda each: _moment(clock, each.planned_last_out_s)),
            line("worst tenth: last person out", lambda each: _moment(clock, each.worst_last_out_s)),
            line("worst tenth: left behind", lambda each: f"{each.worst_left_persons:,.0f}"),
        )
    return (
        line("planned: people out", lambda each: f"{each.planned_out_persons:,}"),
        line("on average: people out", lambda each: f"{each.mean_out_persons:,.0f}"),
        line("worst tenth: left behind", lambda each: f"{each.worst_left_persons:,.0f}"),
        line(
            "worst tenth: exposure, person-hours",
            lambda each: f"{each.worst_exposure_person_min / 60:,.0f}",
        ),
    )


def _none(found: Robust) -> str:
    if not found.tried:
        return "Robust: in all futures of the sample the plan comes to the same, so there is nothing to hold up against."
    return (
        f"Robust: of {found.tried} other plans none is better in the worst tenth of futures beyond noise; this is the "
        f"plain plan. In its worst tenth {found.plain.worst_left_persons:,.0f} are left on average."
    )


def _gain(found: Robust, has_horizon: bool) -> str:
    if not has_horizon:
        sooner = f"the last person is out {_time(found.gain.value)} sooner ({_times(found.gain)})"
        return f"Gain: in the worst tenth of futures {sooner}, on average."
    exposed = [round(each.worst_exposure_person_min / 60) for each in (found.plain, found.robust)]
    lefts = [each.worst_left_persons for each in (found.plain, found.robust)]
    return (
        f"Gain: in the worst tenth of futures {lefts[1]:,.0f} people are left and {exposed[1]:,} person-hours exposed, on "
        f"average, against {lefts[0]:,.0f} and {exposed[0]:,} with the plain plan: {found.gain.value:,.0f} fewer "
        f"({_numbers(found.gain)}), an hour's exposure counted as one left."
    )


def _price(found: Robust, has_horizon: bool) -> str:
    value, plain, robust = found.price.value, found.plain, found.robust
    if not has_horizon:
        later = "later" if value >= 0 else "sooner"
        return (
            f"Price: on average the last person is out {_time(abs(value))} {later} ({_times(found.price)})."
        )
    fewer = "fewer" if value >= 0 else "more"
    return (
        f"Price: {robust.planned_out_persons:,} people planned out, not {plain.planned_out_persons:,}; on average over all "
        f"futures {robust.mean_out_persons:,.0f}, not {plain.mean_out_persons:,.0f}: {abs(value):,.0f} {fewer} "
        f"({_numbers(found.price)} fewer)."
    )


def _numbers(difference: Difference) -> str:
    low, high = difference.ci95
    return f"{low:,.0f} to {high:,.0f}".replace("-", "−")


def _times(difference: Difference) -> str:
    low, high = difference.ci95
    return f"{_time(low)} to {_time(high)}"


def _time(seconds: float) -> str:
    whole = round(seconds)
    if abs(whole) >= HOUR_S:
        whole = int(whole / 60) * 60
    return f"−{duration_text(-whole)}" if whole < 0 else duration_text(whole)


def _moment(clock: Clock, at_s: float | None) -> str:
    return "" if at_s is None else clock.full(round(at_s), up=True)
