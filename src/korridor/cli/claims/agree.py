"""``korridor claims agree``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import JsonFlag, folder_at
from korridor.cli.claims.beside_books import AtOption, BooksOption, KnownAtOption, books_at
from korridor.cli.claims.kept_file import KeptFile, must_exist
from korridor.cli.say import say, say_json
from korridor.cli.wrong_input import wrong_input

if TYPE_CHECKING:
    from korridor.claims.agreement.agree import Agreement


def agree(
    file: KeptFile,
    books: BooksOption = None,
    at: AtOption = None,
    known_at: KnownAtOption = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw the intervals by source and time: .svg or .png.")
    ] = None,
    of: Annotated[str, typer.Option(metavar="NOUN", help="What to draw.")] = "people",
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Draw those of this place only.")] = None,
    json: JsonFlag = False,
) -> None:
    """Which figures can all be true at once, and the smallest sets that cannot. Rejected ones are left out.

    Exit status 1 where figures clash.

    Example: korridor claims agree claims.jsonl --books books.db --at "eastern Aleppo=EAST-ALEPPO" --picture build/people.svg
    """
    from korridor.claims.agreement.agree import agree
    from korridor.claims.kept.file import read_kept
    from korridor.claims.kept.kept import Verdict
    from korridor.papers.agreement_words import agreement_lines

    must_exist(file)
    with wrong_input(json):
        kept = read_kept(file)
        party = books_at(books, at, known_at)
    found = agree([each.stands for each in kept if each.verdict is not Verdict.REJECTED], party)
    if picture is not None:
        _draw(found, picture, of, place)
    if json:
        say_json(found.model_dump(mode="json"))
    else:
        say(agreement_lines(found))
    if found.clashes:
        raise typer.Exit(1)


def _draw(agreement: "Agreement", path: Path, noun: str, place: str | None) -> None:
    from korridor.pictures import render
    from korridor.pictures.claims_chart import claims_chart
    from korridor.pictures.claims_rows import claims_rows
    from korridor.whole import write_whole

    if path.suffix not in (".svg", ".png"):
        raise typer.BadParameter(f"{path} ends in neither .svg nor .png", param_hint="'--picture'")
    things = [
        thing
        for group in agreement.groups
        for thing in group.things
        if thing.category == noun.casefold() and (place is None or thing.place == place.casefold())
    ]
    if not things:
        _nothing_of(agreement, noun, place)
    picture = claims_chart(claims_rows(agreement, things, f"Who said how many {noun}, in order of time."))
    drawn = render.svg(picture) if path.suffix == ".svg" else render.png(picture)
    write_whole(folder_at(path.parent), {path.name: drawn})


def _nothing_of(agreement: "Agreement", noun: str, place: str | None) -> None:
    """Say which nouns there are, or, where the noun is right, which places."""
    every = [thing for group in agreement.groups for thing in group.things]
    places = {thing.place or "none" for thing in every if thing.category == noun.casefold()}
    if place is not None and places:
        raise typer.BadParameter(
            f"no figures of {noun!r} at {place!r}; there are some at {', '.join(sorted(places))}",
            param_hint="'--place'",
        )
    counted = ", ".join(sorted({thing.category for thing in every}))
    raise typer.BadParameter(f"no figures of {noun!r}; there are {counted}", param_hint="'--of'")
