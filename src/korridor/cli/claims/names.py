"""What finds names that the grammar does not, as an option."""

from typing import Annotated

import typer

from korridor.cli.say import complain

NamesOption = Annotated[
    str,
    typer.Option(
        "--names",
        metavar="PIPELINE",
        help="A trained spaCy pipeline for names that the grammar does not find: a package, a folder, installed, or off.",
    ),
]


def say_who_finds_names(names: str, lang: str | None) -> None:
    """Say on standard error which trained pipelines are used: another machine may have none, and read otherwise."""
    from korridor.claims.grammar import LANGUAGES
    from korridor.claims.trained import INSTALLED, trained_for

    used = {one: trained_for(one, names) for one in ((lang,) if lang else LANGUAGES)}
    for one, pipeline in used.items():
        if pipeline is not None:
            complain(
                f"names that the grammar does not find, {one}: by {pipeline}; --names off for the grammar alone"
            )
    if names != INSTALLED and names != "off" and not any(used.values()):
        complain(f"{names} is of none of the languages {', '.join(used)}, and not used")
