"""What stands on the page "Why this long?", and as a section in a report: words and pictures."""

from collections import Counter
from typing import Any

from korridor.papers.binding import waiting_rows
from korridor.papers.binding_words import binding_words
from korridor.papers.drawn import Drawn, drawn
from korridor.papers.waits import waits
from korridor.papers.why.amount import Amounts
from korridor.papers.why.both import OF_CHANGES, bindings
from korridor.papers.why.frontier_words import frontier_rows, frontier_words, point_lines
from korridor.papers.why.outcome_words import outcome_lines, ranked
from korridor.papers.why.rows import gain_rows, part_rows, use_rows
from korridor.papers.why.use import uses
from korridor.pictures.cells import CellRows, cell_chart
from korridor.pictures.clock import Clock
from korridor.pictures.frontier_chart import frontier_chart
from korridor.pictures.gains_chart import gains_chart
from korridor.pictures.waiting_chart import waiting_chart
from korridor.planning.why.measure import Measure, everybody
from korridor.planning.why.prices import Thing
from korridor.planning.why.why import Why


def why_section(why: Why) -> dict[str, Any]:
    """Return what the template ``why-section.html`` is filled with."""
    operation = why.plan.operation
    found = waits(operation, why.plan.movements)
    gains, frontier = gain_rows(why), frontier_rows(why)
    return {
        "today_words": today_words(why),
        "found_words": found_words(why),
        "waits_words": binding_words(operation, found) if found else (),
        "waiting": drawn("why-waiting", waiting_chart(waiting_rows(operation, found))) if found else None,
        "bindings": bindings(operation, found, why.parts, giving(why)),
        "hangs_words": hangs_words(why),
        "use": _cells("why-use", use_rows(operation, uses(operation, why.plan.movements))),
        "parts": _cells("why-parts", part_rows(operation, why.parts)),
        "outcomes": outcome_lines(why),
        "noise_words": noise_words(why),
        "gains": None if gains is None else drawn("why-gains", gains_chart(gains)),
        "frontier": None if frontier is None else drawn("why-frontier", frontier_chart(frontier)),
        "frontier_words": frontier_words(why) if why.frontier else (),
        "points": point_lines(why),
        "stopped": why.stopped,
        "margin": any(outcome.change.change == "margin" for outcome in why.outcomes),
        "offset": Clock(operation.start).offset,
    }


def giving(why: Why) -> set[Thing]:
    """Of which things one more lets the limit give way."""
    moved = {each.change.change for each in why.outcomes if (why.moved(each.bound) or 0) > 0}
    return {thing for kind, thing in OF_CHANGES.items() if kind in moved}


def today_words(why: Why) -> tuple[str, ...]:
    """Say where things stand without any change."""
    amounts = Amounts(why.plan.operation, why.measure)
    words = [f"Today: {amounts.value(why.value)}. No plan can beat: {amounts.bound(why.bound)}."]
    if why.bound is None:
        words = [f"Today: {amounts.value(why.value)}. What no plan can beat has not been worked out."]
    elif why.bound == why.value:
        only = "" if _all_out(why) else ", as things are: only a change can"
        words = [f"Today: {amounts.value(why.value)}. No plan can beat that{only}."]
    if why.given != why.value:
        words.append(
            f"The plan that was asked about comes to {amounts.value(why.given)}. Searching longer found the better one that "
            "counts as today's here."
        )
    own = why.plan.levels[0].bound
    if own is not None and why.bound != own:
        words.append(
            f"The plan's own limit was {amounts.bound(own)}. With more of something the limit came out tighter still; "
            "and what no plan can beat with more, none can beat without."
        )
    if _all_out(why):
        words.append(
            "Everybody is out by the horizon in this plan, so more of anything can bring nobody else out. To ask what would "
            "bring them out sooner, plan with --objective clearance."
        )
    return tuple(words)


def found_words(why: Why) -> tuple[str, ...]:
    """Say which change brings most, or that none does."""
    amounts = Amounts(why.plan.operation, why.measure)
    if not why.outcomes:
        return ("No change was tried to the end.",)
    best = ranked(why)[0]
    gain = why.gain(best.value)
    words = []
    if gain is not None and gain > why.noise:
        words.append(f"Of the changes tried, this one brings most: {best.words}. {_brings(amounts, gain)}")
    else:
        words.append("None of the changes tried brought more than the search gains by itself.")
    still = [outcome for outcome in why.outcomes if why.moved(outcome.bound) == 0]
    if still:
        words.append(
            f"For {len(still)} of {len(why.outcomes)} changes the limit does not move at all: with them, too, no plan "
            "can beat what no plan can beat today."
        )
    return tuple(words)


def noise_words(why: Why) -> tuple[str, ...]:
    """Say how a gain is told from the search's own luck."""
    amounts = Amounts(why.plan.operation, why.measure)
    if not why.unchanged:
        return ("How much the search gains by itself was not measured: no gain here can be told from it.",)
    gains = ", ".join(amounts.gain(gain) for gain in sorted(why.unchanged))
    same = (
        f"Each change was searched for with the same work, {why.work:,} steps, starting from today's plan. The same search "
        f"with nothing changed, {len(why.unchanged)} times with other draws, gained"
    )
    if not why.noise:
        return (f"{same} nothing: so what is gained below is the change's.",)
    return (f"{same}: {gains}. So a gain of {amounts.gain(why.noise)} or less is called noise.",)


def hangs_words(why: Why) -> tuple[str, ...]:
    """Say what today's own limit hangs on, the largest parts first."""
    by_thing: Counter[str] = Counter()
    for part in why.parts:
        by_thing[f"{part.thing} ({part.which})" if part.which else str(part.thing)] += part.weight  # type: ignore[assignment]
    whole = sum(by_thing.values())
    if not whole:
        return ("For this kind of limit it is not told apart what it hangs on.",)
    parts = [
        f"{weight:,.0f} on {thing}" for thing, weight in by_thing.most_common(5) if weight >= 0.01 * whole
    ]
    about = {
        Measure.OUT: f"Of the {whole:,.0f} that the limit allows",
        Measure.LEFT: f"Of the {whole:,.0f} people that the limit lets out by the horizon",
        Measure.CLEARANCE: f"Of the {whole:,.0f} people that the limit lets out just before the moment that it names",
        Measure.WAITING: "Of what the limit allows to be saved",
    }[why.measure]
    return (f"{about}, at today's prices there hang {', '.join(parts)}.",)


def _brings(amounts: Amounts, gain: int) -> str:
    said = amounts.gain(gain)
    return f"{said[0].upper()}{said[1:]}, found and verified."


def _all_out(why: Why) -> bool:
    return why.measure is Measure.OUT and why.value == everybody(why.plan.operation)


def _cells(name: str, rows: CellRows | None) -> Drawn | None:
    return None if rows is None else drawn(name, cell_chart(rows))
