"""A9: events as bytes: one form to write them, and a reader that refuses, or keeps what it does not understand."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError

from korridor.events.event import VERSION, Event
from korridor.events.facts import Corrected, Fact
from korridor.operation.fault import one_line
from korridor.operation.near import near, one_of
from korridor.operation.units import shown

MOST_EVENT_BYTES = 65_536
"""The longest event has some hundred nationalities and stays far below."""


class Wrong(NamedTuple):
    """One field of an event that is not as it may be: its path, what is wrong with it, and what is allowed."""

    field: str
    what: str

    def __str__(self) -> str:
        return one_line(f"{self.field}: {self.what}" if self.field else self.what)


class Malformed(ValueError):  # noqa: N818 - what is wrong is the bytes', not ours
    """Bytes that are no event, or an event of a known version that says what cannot be said.

    Attributes
    ----------
    wrong : tuple of Wrong
    """

    def __init__(self, *wrong: Wrong) -> None:
        self.wrong = wrong
        super().__init__("; ".join(map(str, wrong)))


@dataclass(frozen=True)
class NotUnderstood:
    """An event of a version or kind that this program does not know: stored, sealed and passed on (A9).

    Attributes
    ----------
    raw : bytes
        As they came.
    reason : str
        Why.
    device, number : str and int, or None
        Whose it is, where that can be read.
    """

    raw: bytes
    reason: str
    device: str | None = None
    number: int | None = None


def event_bytes(event: Event) -> bytes:
    """Return the one form of an event: JSON with sorted keys, without spaces, in UTF-8; what is not said is left out.

    Examples
    --------
    >>> from korridor.events.event import Event
    >>> event = Event.model_validate({
    ...     "device": "D1", "number": 1, "post": "GATE", "organisation": "SARC",
    ...     "occurred_at": "2016-12-15T14:20+02:00", "recorded_at": "2016-12-15T14:21+02:00",
    ...     "what": {"kind": "merged", "movement": "M2", "into": "M1"}})
    >>> read_event(event_bytes(event)) == event
    True
    """
    return json.dumps(_plain(event), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def read_event(raw: bytes | str | dict[str, Any]) -> Event | NotUnderstood:
    """Return the event that bytes, a text or a tree of JSON hold.

    Returns
    -------
    Event or NotUnderstood
        The latter where its version or kind is not known here.

    Raises
    ------
    Malformed
        What is no event at all, or is one of a known version with something wrong in it.
    """
    tree, content = (raw, None) if isinstance(raw, dict) else _tree(raw)
    if not isinstance(tree, dict):
        raise Malformed(Wrong("", f"{shown(tree)} is not an event; an event is a table of keys and values"))
    if reason := _unknown(tree):
        device, number = tree.get("device"), tree.get("number")
        return NotUnderstood(
            raw=json.dumps(tree, sort_keys=True).encode() if content is None else content,
            reason=reason,
            device=device if isinstance(device, str) else None,
            number=number if isinstance(number, int) and not isinstance(number, bool) else None,
        )
    if "version" not in tree:
        raise Malformed(Wrong("version", f"missing; {VERSION} is the version known here"))
    try:
        return Event.model_validate(tree)
    except ValidationError as error:
        raise Malformed(*_wrongs(error)) from None


def kinds() -> tuple[str, ...]:
    """Name every kind of event."""
    return (*_FACTS, Corrected.model_fields["kind"].default)


def fact_of(kind: str) -> type[BaseModel]:
    """Return the model of what an event of a kind says; of a known kind only."""
    return Corrected if kind == "corrected" else _FACTS[kind]


_FACTS: dict[str, type[BaseModel]] = {
    model.model_fields["kind"].default: model for model in get_args(get_args(Fact)[0])
}


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        found = {name: _plain(getattr(value, name)) for name in type(value).model_fields}
        return {name: each for name, each in found.items() if each not in (None, {}) or name in _OPEN}
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, datetime) else value


_OPEN = ("high",)
"""Where nothing means something: no upper limit."""


def _tree(raw: bytes | str) -> tuple[Any, bytes]:
    content = raw.encode("utf-8", errors="surrogatepass") if isinstance(raw, str) else bytes(raw)
    if len(content) > MOST_EVENT_BYTES:
        raise Malformed(Wrong("", f"{len(content)} bytes; an event has {MOST_EVENT_BYTES} or fewer"))
    try:
        text = content.decode("utf-8")
        return json.loads(text, object_pairs_hook=_each_once, parse_constant=_no_constant), content
    except UnicodeDecodeError as error:
        raise Malformed(Wrong("", f"byte {content[error.start]:#04x} is not text in UTF-8")) from None
    except json.JSONDecodeError as error:
        raise Malformed(Wrong("", f"not JSON: {error.msg} at letter {error.pos + 1}")) from None
    except RecursionError:
        raise Malformed(Wrong("", "tables within tables without end; an event has four levels")) from None
    except Malformed:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise Malformed(Wrong("", f"not JSON: {str(error).split(';')[0]}")) from None


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for n, (key, _) in enumerate(pairs) if key in dict(pairs[:n]))
        raise Malformed(Wrong(str(shown(twice)), "stands here twice; once is allowed"))
    return found


def _no_constant(word: str) -> Any:
    raise Malformed(Wrong("", f"{word} is not a number; a whole number is"))


def _unknown(tree: dict[str, Any]) -> str | None:
    """Why an event is not understood, where it is of another version, or says a thing of another kind."""
    version = tree.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version != VERSION:
        return f"version {version} is not known here; version {VERSION} is"
    kind = _kind(tree.get("what"))
    if kind is None:
        return None
    if kind == "corrected":
        kind = _kind(tree["what"].get("instead")) or kind
    known = kinds()
    if kind not in known:
        return f"kind {shown(kind)} is not known here; {near(kind, known)}{one_of(known)}"
    return None


def _kind(what: Any) -> str | None:
    kind = what.get("kind") if isinstance(what, dict) else None
    return kind if isinstance(kind, str) else None


def _wrongs(error: ValidationError) -> list[Wrong]:
    found = []
    for detail in error.errors(include_url=False)[:20]:
        path = ".".join(str(step) for step in detail["loc"] if step not in _FACTS and step != "corrected")
        kind, value, limits = detail["type"], detail["input"], detail.get("ctx", {})
        match kind:
            case "value_error":
                what = str(limits["error"])
            case "missing":
                what = "missing"
            case "extra_forbidden":
                what = "there is no such field"
            case "enum" | "literal_error":
                what = f"{shown(value)} is not known here; {limits['expected']}"
            case "union_tag_not_found" | "union_tag_invalid":
                what = f"no kind; {one_of(kinds())}"
            case _:
                what = f"{shown(value)} cannot stand here; {detail['msg'][0].lower()}{detail['msg'][1:]}"
        found.append(Wrong(path, what))
    return found
