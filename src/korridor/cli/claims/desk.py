"""The desk at which a person goes through figures: shows one, waits for a key, saves, shows the next."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from korridor.claims.agreement.thing import days_text, thing_of
from korridor.claims.claim import Claim
from korridor.claims.kept.kept import Kept, Verdict
from korridor.claims.kept.review import Claims, accepted, mended, rejected, working
from korridor.cli.claims.mending import changes_typed
from korridor.cli.one_key import one_key, one_line_of_text
from korridor.cli.say import complain
from korridor.operation.fault import one_line
from korridor.papers.claims_words import bounds_text, what_text

KEYS = "a accept   m mend   r reject   w working figure   s skip   b back   q stop"
_AROUND = 120
"""So many characters of the text are shown before and after a figure."""
_BESIDE = 5
"""Of more figures of one thing only the first are shown at the desk."""


class Desk:
    """Kept claims under review.

    Parameters
    ----------
    kept : tuple of Kept
    save : callable
        Called with all claims after each decision.

    Attributes
    ----------
    keys : int
        How many keys came; of none, nobody sat there.
    """

    def __init__(self, kept: Claims, save: Callable[[Claims], None]) -> None:
        self.kept = kept
        self.keys = 0
        self._save = save

    def go_through(self, everything: bool) -> None:
        """Show the open figures, or all, until the last one or until the person stops."""
        places = [place for place, each in enumerate(self.kept) if everything or each.verdict is Verdict.OPEN]
        at = 0
        while at < len(places):
            self._show(places[at], f"{at + 1} of {len(places)}")
            key = one_key()
            self.keys += bool(key)
            if key in ("q", "", "\x03", "\x04"):
                break
            at = max(0, at + self._act(key, places[at]))

    def summary(self) -> str:
        """How many are decided, and how many are open."""
        count = {verdict: sum(each.verdict is verdict for each in self.kept) for verdict in Verdict}
        chosen = sum(each.working for each in self.kept)
        mend = sum(each.mended is not None for each in self.kept)
        return (
            f"{count[Verdict.ACCEPTED]} accepted ({mend} mended, {chosen} working figures), "
            f"{count[Verdict.REJECTED]} rejected, {count[Verdict.OPEN]} open"
        )

    def _act(self, key: str, place: int) -> int:
        """Do what a key says; return by how much to move on."""
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        if key == "b":
            return -1
        if key == "s":
            return 1
        try:
            if key == "a":
                self._keep(accepted(self.kept, place, now))
            elif key == "r":
                self._keep(rejected(self.kept, place, now))
            elif key == "w":
                self._keep(working(self.kept, place, now, one_line_of_text("why: ")))
            elif key == "m":
                self._keep(mended(self.kept, place, now, **changes_typed(self.kept[place].stands)))
            else:
                complain(f"{key!r} is no key; {KEYS}")
                return 0
        except ValueError as error:
            complain(one_line(str(error)))
            return 0
        return 1

    def _keep(self, kept: Claims) -> None:
        self._save(kept)
        self.kept = kept

    def _show(self, place: int, where: str) -> None:
        each = self.kept[place]
        claim = each.stands
        complain("")
        complain(
            one_line(
                f"{where}  {claim.file}  {each.verdict.value}{', working figure' if each.working else ''}"
            )
        )
        complain(one_line(around(each)))
        complain(one_line(f"  {bounds_text(claim)} {what_text(claim)}, {_told(claim)}, by {_whose(claim)}"))
        for line in self._beside(each):
            complain(one_line(line))
        complain(KEYS)

    def _beside(self, each: Kept) -> Iterator[str]:
        """What is kept of the same thing: nobody should choose a working figure without seeing the others."""
        thing = thing_of(each.stands)
        others = [
            other
            for other in self.kept
            if other is not each
            and thing.is_located
            and other.verdict is not Verdict.REJECTED
            and thing_of(other.stands) == thing
        ]
        for other in others[:_BESIDE]:
            marked = f", working figure: {other.reason}" if other.working else ""
            yield f"    beside it: {bounds_text(other.stands)} by {_whose(other.stands)}{marked}"
        if len(others) > _BESIDE:
            yield f"    and {len(others) - _BESIDE} more of the same thing; korridor claims agree shows them"


def _whose(claim: Claim) -> str:
    return " < ".join(reversed(claim.sources)) or "the publication"


def _told(claim: Claim) -> str:
    """State, place and days, as far as they are said."""
    days = days_text(claim.time.dates) if claim.time and claim.time.dates else ""
    when = f"{claim.time.basis} {days}" if claim.time and days else ""
    return ", ".join(part for part in (claim.state.value, claim.place, when) if part)


def around(each: Kept) -> str:
    """The words of a claim in their text, where that can still be read; else the words alone."""
    claim = each.claim
    begin, end = claim.span
    try:
        text = Path(claim.file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return f"  [{claim.quote}]"
    if text[begin:end] != claim.quote:
        return f"  [{claim.quote}]"
    before, after = text[max(0, begin - _AROUND) : begin], text[end : end + _AROUND]
    return " ".join(f"  …{before}[{claim.quote}]{after}…".split())
