"""A line an event: how a person writes events down, and reads them again.

A line is a time, a kind, and what is to be said of it, ``key=value``; ``with`` sets what holds for the lines after it::

    with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00
    14:20 departed on=M1/B7 at=AMIRIYA count=48 care=lying:2,well:46 due=16:40
    16:35 arrived on=M1/B7 at=reception:ATAREB count=46
    17:10 corrected replaces=D1:2 instead=arrived on=M1/B7 at=reception:ATAREB count=47

``#`` begins a remark. Numbers count up by device, and what is recorded was recorded as it happened, where nothing else is said.
A count is ``48``, ``40..60``, ``about-50``, ``at-least-17``, ``up-to-400`` or ``unknown``.
"""

import re
from typing import Any

from pydantic import BaseModel, ValidationError

from korridor.events.code_lists import Scheme
from korridor.events.event import Event
from korridor.events.written_event import Malformed, NotUnderstood, Wrong, fact_of, kinds, read_event
from korridor.operation.count import Count
from korridor.operation.fault import Fault, Faults
from korridor.operation.near import near, one_of
from korridor.operation.units import shown

_ENVELOPE = ("device", "number", "post", "organisation", "recorded", "note")
_DAY = ("day", "offset")
_COUNT = ("method", "infants", "agreement", *(scheme.value for scheme in Scheme))
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?")
_BARE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5,8}")
_MANY = ("replaces", "holders")
_OFFER = "write 48, 40..60, about-50, at-least-17, up-to-400 or unknown"


def read_lines(text: str, file: str, refused: list[Fault] | None = None) -> tuple[Event | NotUnderstood, ...]:
    """Return the events of a text, in its order.

    Parameters
    ----------
    text : str
    file : str
        As messages name it.
    refused : list of Fault, optional
        Takes the faults of wrong lines, which are then left out and keep their numbers; lines of which it has a fault already
        are left out, too. After a wrong ``with`` nothing is read, for it would hold for all that follows.

    Raises
    ------
    korridor.operation.fault.Faults
        Every line that is wrong, what is wrong with it, and what is allowed; where ``refused`` does not take them.

    Examples
    --------
    >>> text = '''with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00
    ... 14:20 departed on=M1/B7 at=AMIRIYA count=about-50'''
    >>> [event] = read_lines(text, "today.txt")
    >>> event.id, event.what.count.low, event.what.count.high
    ('D1:1', 40, 60)
    """
    reader = _Reader()
    found = []
    faults: list[Fault] = [] if refused is None else refused
    left_out = {fault.line for fault in faults}
    wrong_with = 0
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.split("#", 1)[0].split()
        if not words:
            continue
        try:
            if wrong_with and refused is not None:
                what = f"comes after line {wrong_with}, a 'with' that is wrong and would hold here; mend that one"
                raise Malformed(Wrong("", what))
            if number in left_out:
                reader.passes_over(words)
            elif words[0] == "with":
                reader.holds(words[1:])
            else:
                found.append(read_event(reader.tree(words)))
        except Malformed as malformed:
            faults += [Fault(file, number, wrong.field, wrong.what) for wrong in malformed.wrong]
            wrong_with = wrong_with or (number if words[0] == "with" else 0)
    if faults and refused is None:
        raise Faults(faults)
    return tuple(found)


class _Reader:
    """Goes down the lines, and knows what holds for the next one."""

    def __init__(self) -> None:
        self._set: dict[str, str] = {}
        self._numbers: dict[str, int] = {}

    def holds(self, words: list[str]) -> None:
        for key, value in _pairs(words).items():
            if key not in (*_ENVELOPE, *_DAY):
                known = (*_ENVELOPE, *_DAY)
                raise Malformed(
                    Wrong(key, f"cannot be set for many lines; {near(key, known)}{one_of(known)}")
                )
            self._set[key] = value

    def passes_over(self, words: list[str]) -> None:
        """Count a line that is left out: once it is mended, it has the number that it would have had."""
        said = dict(word.split("=", 1) for word in words if "=" in word)
        about = {**self._set, **{key: said[key] for key in _ENVELOPE if key in said}}
        if not about.get("number", "1").isdecimal():
            del about["number"]
        self._number(about)

    def tree(self, words: list[str]) -> dict[str, Any]:
        """Return what a line says as the tree that the one reader of events takes."""
        try:
            return self._tree(words)
        except Malformed:
            self.passes_over(words)
            raise

    def _tree(self, words: list[str]) -> dict[str, Any]:
        if len(words) < 2 or "=" in words[0] or "=" in words[1]:
            raise Malformed(
                Wrong("", "a line is a time, a kind and key=value, for example: 14:20 arrived on=M1/B7")
            )
        said = _pairs(words[2:])
        about = {**self._set, **{key: said.pop(key) for key in _ENVELOPE if key in said}}
        occurred_at = self._moment("time", words[0])
        tree: dict[str, Any] = {
            "version": 1,
            "occurred_at": occurred_at,
            "recorded_at": self._moment("recorded", about["recorded"])
            if "recorded" in about
            else occurred_at,
            "what": self._what(words[1], said),
        }
        tree |= {key: about[key] for key in ("device", "post", "organisation", "note") if key in about}
        tree["number"] = self._number(about)
        return tree

    def _number(self, about: dict[str, str]) -> int:
        device = about.get("device", "")
        number = self._numbers.get(device, 0) + 1
        if "number" in about:
            number = _whole("number", about["number"])
        self._numbers[device] = max(number, self._numbers.get(device, 0))
        return number

    def _moment(self, key: str, text: str) -> str:
        if _CLOCK.fullmatch(text):
            if "day" not in self._set:
                raise Malformed(
                    Wrong(key, f"{text} of which day? write with day=2016-12-15 on a line before")
                )
            text = f"{self._set['day']}T{text}"
        if _BARE.fullmatch(text):
            if "offset" not in self._set:
                raise Malformed(
                    Wrong(key, f"{text} has no offset from UTC; write with offset=+02:00 on a line before")
                )
            text += self._set["offset"]
        return text

    def _what(self, kind: str, said: dict[str, str]) -> dict[str, Any]:
        if kind not in kinds():
            raise Malformed(
                Wrong("", f"{shown(kind)} is not a kind of event; {near(kind, kinds())}{one_of(kinds())}")
            )
        if kind == "corrected":
            found: dict[str, Any] = {"kind": kind, "replaces": said.pop("replaces", "").split(",")}
            if instead := said.pop("instead", None):
                found["instead"] = self._what(instead, said)
            elif said:
                raise Malformed(
                    Wrong(next(iter(said)), "of what? write instead=KIND, and then what is true instead")
                )
            return found
        return self._fact(kind, fact_of(kind), said)

    def _fact(self, kind: str, model: type[BaseModel], said: dict[str, str]) -> dict[str, Any]:
        found: dict[str, Any] = {"kind": kind}
        counted = next((key for key in ("count", "prevented") if key in said), None)
        about_count = {key: said.pop(key) for key in _COUNT if key in said and key not in model.model_fields}
        for key, text in said.items():
            found[key] = self._value(key, text)
        if about_count:
            if counted is None:
                raise Malformed(
                    Wrong(next(iter(about_count)), "belongs to a count, and there is none; write count=48")
                )
            found[counted] |= _breakdown(about_count)
        return found

    def _value(self, key: str, text: str) -> Any:
        match key:
            case "count" | "prevented" | "heads":
                return _count(key, text)
            case "vehicles":
                return _whole(key, text)
            case "due" | "begins" | "ends" | "next_enquiry":
                return self._moment(key, text)
            case "nationalities":
                return _by_name(key, text)
        return text.split(",") if key in _MANY else text


def _pairs(words: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        key, mark, value = word.partition("=")
        if not (key and mark and value):
            raise Malformed(Wrong("", f"{shown(word)} is not key=value; write for example count=48"))
        if key in found:
            raise Malformed(Wrong(key, "stands here twice; once is allowed"))
        found[key] = value
    return found


def _count(key: str, text: str) -> dict[str, Any]:
    if text == "unknown":
        return {"low": 0, "high": None}
    try:
        read = Count.model_validate(text.replace("-", " "), context={"file": True})
    except ValidationError:
        raise Malformed(Wrong(key, f"{shown(text)} is not a count; {_OFFER}")) from None
    guessed = {"method": "estimate"} if read.wording == "around" and key != "heads" else {}
    return {"low": read.low or 0, "high": read.high, **guessed}


def _breakdown(said: dict[str, str]) -> dict[str, Any]:
    schemes = [scheme.value for scheme in Scheme if scheme.value in said]
    if len(schemes) > 1:
        raise Malformed(Wrong(schemes[1], f"a second scheme beside {schemes[0]}; a count has one"))
    found: dict[str, Any] = {key: said[key] for key in said if key not in schemes}
    for scheme in schemes:
        found |= {"scheme": scheme, "classes": _by_name(scheme, said[scheme])}
    return found


def _by_name(key: str, text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in text.split(","):
        name, mark, number = part.partition(":")
        if not mark:
            raise Malformed(
                Wrong(key, f"{shown(part)} is not name:number; write for example lying:2,well:46")
            )
        read = _count(key, number)
        found[name] = (
            read["low"] if read["low"] == read["high"] else {"low": read["low"], "high": read["high"]}
        )
    return found


def _whole(key: str, text: str) -> int:
    if not re.fullmatch("[0-9]{1,15}", text):
        raise Malformed(Wrong(key, f"{shown(text)} is not a whole number; write for example 4"))
    return int(text)
