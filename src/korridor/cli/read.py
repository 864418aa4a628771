"""``korridor read``."""

from typing import Annotated

import typer

from korridor.cli.arguments import JsonFlag
from korridor.cli.claims.names import NamesOption, say_who_finds_names
from korridor.cli.say import complain, say, say_json
from korridor.cli.wrong_input import wrong_input


def read(
    texts: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help="Files, folders of texts, or - for standard input.")
    ],
    lang: Annotated[
        str | None, typer.Option(metavar="en|nb", help="The language; told from each text if not given.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM[-DD]", help="When it was sent: weekdays are resolved against it."),
    ] = None,
    grammar: Annotated[
        str | None,
        typer.Option(metavar="FOLDER", help="Tables of your own over ours, see docs/reading.md."),
    ] = None,
    names: NamesOption = "installed",
    json: JsonFlag = False,
) -> None:
    """What do they say? Every figure of a dispatch, with its author, wording, bounds and state.

    Nothing is acted on: figures that differ stand side by side.

    Example: korridor read dispatches/ --date 2016-12-16
    """
    _installed()
    import korridor
    from korridor.papers.claims_words import claims_lines

    with wrong_input(json):
        say_who_finds_names(names, lang)
        try:
            claims = korridor.read_claims(*texts, lang=lang, date=date, grammar=grammar, names=names)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None
    if json:
        say_json([claim.model_dump(mode="json") for claim in claims])
    else:
        say(claims_lines(claims))


def _installed() -> None:
    """Say how to install what this command alone needs."""
    from importlib.util import find_spec

    if find_spec("spacy") is None:
        complain("korridor read needs spacy: pip install 'korridor[read]'")
        raise typer.Exit(2)
