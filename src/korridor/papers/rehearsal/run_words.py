"""One run of a rehearsal in words."""

from collections.abc import Iterator

from korridor.operation.fault import one_line
from korridor.operation.operation import Operation
from korridor.pictures.clock import Clock, lasting
from korridor.pictures.number import number
from korridor.rehearsal.happened import Ending, Happened
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.one_run import OneRun
from korridor.rehearsal.statistics.amount import amount


def run_words(operation: Operation, run: OneRun) -> tuple[str, ...]:
    """Return the run in some lines: who is out, when the truce broke, who did not arrive."""
    exposed = amount(run.exposure_person_s, Measure.EXPOSURE)
    return tuple(
        one_line(line)
        for line in (
            headline(run),
            *break_words(operation, run),
            *(
                (f"People are on truce roads while no truce holds: {exposed}.",)
                if run.exposure_person_s
                else ()
            ),
            *((f"{run.stranded_persons:,} people are stranded on the way.",) if run.stranded_persons else ()),
            *not_there(operation, run),
        )
    )


def headline(run: OneRun) -> str:
    """Say who is out."""
    return f"Run {run.run}: {run.out_persons:,} of the {run.come_persons:,} people who come are out."


def break_words(operation: Operation, run: OneRun) -> Iterator[str]:
    """Say when the truce breaks, and holds again."""
    clock = Clock(operation.start)
    for begins_s, ends_s in run.breaks:
        again = "is not mended."
        if ends_s is not None:
            again = f"holds again from {clock.full(ends_s)} on, after {lasting(ends_s - begins_s)}."
        yield f"The truce breaks at {clock.full(begins_s)} and {again}"


def not_there(operation: Operation, run: OneRun) -> Iterator[str]:
    """Say which columns do not arrive."""
    for each in run.happened:
        if each.ending is not Ending.ARRIVED:
            yield _not_there(operation, run, each)


def _not_there(operation: Operation, run: OneRun, happened: Happened) -> str:
    movement = happened.movement
    when = Clock(operation.start).moment(run.stopped_s(happened) or movement.departs_s)
    who = f"{movement.persons:,} people aboard" if movement.persons else "empty"
    what = "turned back" if happened.ending is Ending.TURNED_BACK else "stuck on its way"
    return f"{number(movement)} from {movement.origin}, {who}: {what}, {when}"
