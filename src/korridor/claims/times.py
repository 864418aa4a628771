"""The time of a figure: days, weekdays and clock times, resolved against the dispatch's own date."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from korridor.claims.claim import ClaimTime, State
from korridor.claims.figure import Figure
from korridor.claims.grammar import Grammar
from korridor.claims.phrases import Phrases
from korridor.claims.sentences import Layout
from korridor.claims.words import Words


@dataclass(frozen=True)
class Dispatched:
    """When a dispatch was sent: a day, or only a month (``day`` None), as ``--date`` gives it."""

    year: int
    month: int
    day: int | None = None

    @classmethod
    def read(cls, text: str) -> "Dispatched":
        """Read ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises
        ------
        ValueError
            If the text is no such date.
        """
        pieces = text.split("-")
        good = (
            len(pieces) in (2, 3) and all(p.isascii() and p.isdigit() for p in pieces) and len(pieces[0]) == 4
        )
        if not good or any(len(p) != 2 for p in pieces[1:]):
            raise ValueError(
                f"{text!r} is not a date; write YYYY-MM-DD, or YYYY-MM where only the month is known"
            )
        year, month, *day = map(int, pieces)
        try:
            date(year, month, *(day or [1]))
        except ValueError:
            raise ValueError(f"{text!r} is no day of the calendar; write YYYY-MM-DD or YYYY-MM") from None
        return cls(year, month, day[0] if day else None)

    def days(self) -> tuple[date, ...]:
        """The days on which it can have been sent."""
        if self.day is not None:
            return (date(self.year, self.month, self.day),)
        last = calendar.monthrange(self.year, self.month)[1]
        return tuple(date(self.year, self.month, day) for day in range(1, last + 1))


def assign_times(
    words: Words, grammar: Grammar, layout: Layout, figures: list[Figure], sent: Dispatched | None
) -> None:
    """Give each figure the time that stands nearest in its sentence; of what is planned, weekdays are those to come."""
    seen: dict[tuple[int, bool], list[tuple[int, ClaimTime]]] = {}
    for figure in figures:
        number = layout.sentence_of(figure.numeral.begin)
        key = number, figure.state is State.PLANNED
        if key not in seen:
            sentence = layout.sentences[number]
            seen[key] = times_in(words, grammar, sentence.begin, sentence.end, sent, planned=key[1])
        near = min(seen[key], key=lambda pair: abs(pair[0] - figure.end), default=None)
        figure.time = near[1] if near is not None else None


def times_in(
    words: Words,
    grammar: Grammar,
    begin: int,
    end: int,
    sent: Dispatched | None,
    planned: bool = False,
) -> list[tuple[int, ClaimTime]]:
    """The times named in words ``begin`` up to ``end``."""
    data = grammar.data["times"]
    to_come = _to_come(words, data, begin, end) if planned else (False,)
    days = _day_table(grammar)
    found: list[tuple[int, ClaimTime]] = []
    i = begin
    named, weekdays, months = days.first, data["weekdays"], grammar.data["traps"]["months"]
    while i < end:
        word = words.low[i]
        if word not in named and word not in weekdays and word not in months and not word[0].isdecimal():
            i += 1
            continue
        day: tuple[int, tuple[str, ...]] | None = None
        if word in days and (hit := days.after(words.low, i)):
            day = hit[0], _offset(sent, hit[1])
        elif word in data["weekdays"]:
            following = words.at(i - 1) in data["next"]
            previous = words.at(i - 1) in data["previous"]
            coming = (following,) if following or previous else to_come
            day = i + 1, _weekday(sent, data["weekdays"][word], coming, following or previous)
        elif word in grammar.data["traps"]["months"] and words.form[i][0].isalpha():
            day = _calendar(words, grammar, i, end, sent)
        clock = _clock(words, grammar, i)
        if day is None and clock is None:
            i += 1
            continue
        stop = day[0] if day else (clock[1] if clock else i + 1)
        start = i
        if day and words.at(i - 1)[:1].isdigit():
            start = i - 1
        elif day and words.at(i - 1) == "." and words.at(i - 2)[:1].isdigit():
            start = i - 2
        basis, first = _basis(words, data, start)
        found.append(
            (
                i,
                ClaimTime(
                    basis=basis,
                    dates=day[1] if day else (),
                    clock=clock[0] if clock else None,
                    wording=words.said(first, min(stop, end)),
                ),
            )
        )
        i = max(stop, i + 1)
    return _with_clock(found)


def _with_clock(found: list[tuple[int, ClaimTime]]) -> list[tuple[int, ClaimTime]]:
    """A clock time beside a day is one time: at 14:30 on Thursday."""
    joined: list[tuple[int, ClaimTime]] = []
    for at, time in found:
        if joined and at - joined[-1][0] <= 5 and (joined[-1][1].clock is None) != (time.clock is None):
            one = joined[-1][1]
            both = f"{one.wording} {time.wording}"
            joined[-1] = (
                joined[-1][0],
                ClaimTime(
                    basis=one.basis,
                    dates=one.dates or time.dates,
                    clock=one.clock or time.clock,
                    wording=both,
                ),
            )
        else:
            joined.append((at, time))
    return joined


def _day_table(grammar: Grammar) -> Phrases[int]:
    table = getattr(grammar, "_day_table", None)
    if table is None:
        table = Phrases((str(w), int(n)) for w, n in grammar.data["times"]["days"].items())
        grammar._day_table = table  # type: ignore[attr-defined]
    return table


def _offset(sent: Dispatched | None, days: int) -> tuple[str, ...]:
    if sent is None:
        return ()
    return (
        tuple((day + timedelta(days)).isoformat() for day in sent.days())
        if sent.day
        else tuple(d.isoformat() for d in sent.days())
    )


def _to_come(words: Words, data: dict[str, list[str]], begin: int, end: int) -> tuple[bool, ...]:
    """Whether the weekday of a plan is still to come; of one told in the past (*were to leave on Saturday*) it may be either."""
    told = any(words.low[k] in data["planned_then"] for k in range(begin, end))
    return (False, True) if told else (True,)


def _weekday(
    sent: Dispatched | None, weekday: int, to_come: tuple[bool, ...], not_today: bool
) -> tuple[str, ...]:
    """The last such day, or the next one; the dispatch's own is one unless it says *last* or *next*. Of a month each of them."""
    if sent is None:
        return ()
    if sent.day is None:
        return tuple(day.isoformat() for day in sent.days() if day.weekday() == weekday)
    own = sent.days()[0]
    back = (own.weekday() - weekday) % 7 or (7 if not_today else 0)
    ahead = (weekday - own.weekday()) % 7 or (7 if not_today else 0)
    days = {own + timedelta(ahead if coming else -back) for coming in to_come}
    return tuple(day.isoformat() for day in sorted(days))


def _calendar(
    words: Words, grammar: Grammar, i: int, end: int, sent: Dispatched | None
) -> tuple[int, tuple[str, ...]] | None:
    """15 December 2016, December 15, i desember."""
    month = grammar.data["traps"]["months"][words.low[i]]
    number, stop = None, i + 1
    before = words.at(i - 2) if words.at(i - 1) in (".", "th", "st", "nd", "rd", "of") else words.at(i - 1)
    if before.isdecimal() and 1 <= int(before) <= 31:
        number = int(before)
    elif words.at(i + 1).isdecimal() and 1 <= int(words.at(i + 1)) <= 31:
        number, stop = int(words.at(i + 1)), i + 2
    if words.low[i] in ("may", "mar", "mars") and number is None:
        return None
    after = stop + 1 if words.at(stop) == "," else stop
    year = int(words.at(after)) if words.at(after).isdecimal() and len(words.at(after)) == 4 else None
    if year is not None:
        stop = after + 1
    elif sent is not None:
        year = sent.year if month <= sent.month else sent.year - 1
    if year is None or not 1 <= year <= 9999:
        return stop, ()
    last = calendar.monthrange(year, month)[1]
    if number is not None:
        return stop, ((date(year, month, number).isoformat(),) if number <= last else ())
    return stop, tuple(date(year, month, day).isoformat() for day in range(1, last + 1))


def _clock(words: Words, grammar: Grammar, i: int) -> tuple[str, int] | None:
    form = words.form[i]
    if not form[0].isdecimal() or len(form) > 5:
        return None
    hour, mark, minute = form.partition(":") if ":" in form else form.partition(".")
    suffix = words.at(i + 1)
    after_word = grammar.lang == "nb" and grammar.phrases("times", "clock").before(words.low, i)
    halves = grammar.data["times"]["clock_suffix"]
    if (
        not hour.isdecimal()
        or int(hour) > 24
        or (mark and not (len(minute) == 2 and minute.isdecimal() and int(minute) < 60))
    ):
        return None
    if suffix in halves:
        late = int(hour) % 12 + int(halves[suffix])
        return f"{late:02d}:{int(minute or 0):02d}", i + 2
    if mark == ":" or after_word:
        return f"{int(hour) % 24:02d}:{int(minute or 0):02d}", i + 1
    return None


def _basis(words: Words, data: dict[str, list[str]], i: int) -> tuple[str, int]:
    for k in (i - 1, i - 2):
        for basis in ("since", "until", "during", "at"):
            if words.at(k) in data[basis]:
                night = f"{words.at(k - 1)} {words.at(k)}" in data["night"]
                return ("at", k - 1) if night else (basis, k)
    return "at", i
