"""Every way a file comes in: what is sound of it, and the door it comes through. A new format is one entry."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from korridor.clockwork.saved import arrays_of
from korridor.clockwork.tables import Index
from korridor.events.event import Event
from korridor.events.state_file import read_state, state_json
from korridor.events.written_event import event_bytes
from korridor.ledger.ledger import Ledger
from korridor.ledger.typed.form import Form, form_of, read_typed
from korridor.operation.fault import Faults, one_line
from korridor.operation.operation import Operation
from korridor.operation.read import read_operation, read_yaml
from korridor.operation.text import read_text
from korridor.operation.write import file_content
from korridor.papers.checked import checked_lines
from korridor.papers.plan_file import plan_json, read_plan
from korridor.planning.clash import check
from korridor.planning.replan.remaining import remaining
from korridor.planning.replan.state_at import state_at
from korridor.planning.replan.up_to_date import up_to_date
from korridor.planning.verify import verify
from tests.ledger.typed.today import LINES, TABLE, TIDES
from tests.operation.tiny import TINY
from tests.papers.small_plan import INSTANCE, made
from tests.planning.replan.small import NOW_S
from tests.planning.replan.small import made as plan_in_force
from tests.rule_example import RULES, as_file, read_example


@dataclass(frozen=True)
class Format:
    """One kind of file.

    Attributes
    ----------
    sound : callable
        Files of the kind that are right, to be made wrong.
    door : callable
        What a command does with one: the lines that it says; raises ``Faults`` where it refuses.
    """

    suffix: str
    sound: Callable[[], tuple[bytes, ...]]
    door: Callable[[Path], list[str]]


def _checked(path: Path) -> list[str]:
    operation = read_operation(path)
    return list(checked_lines(str(path), operation, check(operation)))


def _verified(path: Path) -> list[str]:
    return [one_line(str(broken)) for broken in verify(read_plan(path))]


@cache
def _operations() -> tuple[bytes, ...]:
    return tuple(text.encode() for text in _texts())


def _texts() -> Iterator[str]:
    yield TINY
    example = Path(__file__).parents[2] / "examples" / "aleppo-2016" / "operation.yaml"
    yield example.read_text(encoding="utf-8")
    for path in sorted(RULES.glob("O*/keeps-*.yaml")):
        yield as_file(read_example(path).operation)


@cache
def _plans() -> tuple[bytes, ...]:
    return (plan_json(made()).encode(),)


def _begun(path: Path) -> list[str]:
    """Read a state, and bring it where a plan begins; nothing is said of one that is right."""
    operation = plan_in_force().operation
    state = up_to_date(operation, read_state(path, operation))
    rest = remaining(operation, state)
    arrays_of(Index(rest), state)
    return []


@cache
def _states() -> tuple[bytes, ...]:
    operation = plan_in_force().operation
    return tuple(state_json(operation, state_at(plan_in_force(), at_s)).encode() for at_s in (0, NOW_S))


@cache
def _workbooks() -> tuple[bytes, ...]:
    """The small operation, and as many more as are quickly made."""
    texts = (
        TINY,
        *(as_file(read_example(path).operation) for path in sorted(RULES.glob("O[1-7]/keeps-*.yaml"))[:3]),
    )
    return tuple(operation_content(read_yaml(text, "a.yaml")) for text in texts)


def operation_content(operation: Operation) -> bytes:
    content = file_content(operation, Path("a.xlsx"))
    assert isinstance(content, bytes)
    return content


def _recorded(path: Path) -> list[str]:
    """Record a file of events, and hold that a posted balance is that of the books; nothing is said of what is right."""
    text = read_text(path)
    with Ledger() as ledger:
        typed, _ = read_typed(text, str(path), form_of(text), post="BUS", organisation="CITY")
        ledger.record_typed(typed, str(path))
        if any(isinstance(each.event, Event) for each in typed):
            for row in ledger.account().accounts[:1]:
                assert row in ledger.balance(row.account)
    return []


@cache
def _sent() -> tuple[bytes, ...]:
    """What a device writes, and the same of a version to come."""
    events = [each.event for each in read_typed(LINES, "a", Form.LINES)[0]]
    lines = [event_bytes(event).decode() for event in events if isinstance(event, Event)]
    return ("\n".join([*lines, lines[0].replace('"version":1', '"version":2')]).encode(),)


FORMATS = (
    Format(".yaml", _operations, _checked),
    Format(".xlsx", _workbooks, _checked),
    Format(".txt", lambda: (INSTANCE.encode(),), _checked),
    Format(".json", _plans, _verified),
    Format(".state.json", _states, _begun),
    Format(".lines", lambda: (LINES.encode(),), _recorded),
    Format(".csv", lambda: (TABLE.encode(), TIDES.encode()), _recorded),
    Format(".jsonl", _sent, _recorded),
)


def said_by(form: Format, path: Path) -> tuple[bool, list[str]]:
    """Whether the file is refused, and what is said of it."""
    try:
        return False, form.door(path)
    except Faults as faults:
        return True, str(faults).split("\n")
