"""X3: a release as lines, as a page and as a document: for the parties, or for everybody."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from korridor.events.code_lists import Answer
from korridor.ledger.account import Account
from korridor.ledger.released.release import Release
from korridor.papers.page import page
from korridor.version import __version__
from korridor.whole import write_whole

FILE, DOCUMENT = "release.html", "release.json"


def release_lines(release: Release) -> Iterator[str]:
    """Yield a release for a terminal."""
    agree = "Counts agree." if release.counts_agree else "Counts do not agree."
    yield f"As of {release.as_of.isoformat(sep=' ', timespec='minutes')}. {agree} {release.same_people}"
    for leg in release.legs:
        yield (
            f"Leg {leg.leg}: departed {leg.departed}, arrived {leg.arrived}, held {leg.held}, "
            f"unexplained {leg.unexplained}, too many {leg.surplus}."
        )
    for each in release.accounts:
        yield f"  {each.account}: {each.heads}"


def write_release(release: Release, folder: str | Path, party: Account | None = None) -> tuple[Path, ...]:
    """Write ``release.html`` and ``release.json``, whole or not at all.

    Parameters
    ----------
    release : Release
    folder : str or Path
        Made if it does not exist; files of these names in it are replaced.
    party : Account, optional
        The books, where the release is for the parties: they are told whose task it is and who holds people, too. Their
        figures are those of the public: who has both knows no more.
    """
    words = {
        "operation": {"name": "The books"},
        "release": release,
        "as_of": release.as_of.isoformat(sep=" ", timespec="minutes"),
        "edition": "Public edition" if party is None else "Edition for the parties",
        "tasks": [] if party is None else _tasks(party),
        "holders": [] if party is None else _holders(party),
        "version": __version__,
    }
    document = release.model_dump_json(indent=2) + "\n"
    return write_whole(
        Path(folder), {FILE: page("release.html", words, css="account.css"), DOCUMENT: document}
    )


def _tasks(account: Account) -> list[dict[str, Any]]:
    """Return who asks after whom, and where they were seen last if nobody is picked up there."""
    picked_up = {
        each.source.partition(":")[2] for each in account.streams if each.target.startswith("aboard:")
    }
    return [
        {
            "leg": leg.leg,
            "post": leg.post or "nobody yet",
            "seen": leg.last_seen if leg.last_seen not in picked_up else None,
        }
        for leg in account.legs
        if not leg.unexplained.nobody
    ]


def _holders(account: Account) -> list[dict[str, str]]:
    return [
        {
            "account": held.account,
            "holders": ", ".join(held.holders) or "not known",
            "access": "not known" if held.access is Answer.UNKNOWN else held.access.value,
        }
        for held in account.held
        if not held.account.startswith(("place:", "aboard:"))
    ]
