"""``korridor claims``: keep what others say, decide about it figure by figure, see what cannot all be true."""

import typer

from korridor.cli.claims.add import add
from korridor.cli.claims.agree import agree
from korridor.cli.claims.export import export
from korridor.cli.claims.review import review

claims = typer.Typer(
    help="Keep what others say: add, review, agree, export. Nothing acts on a claim by itself.\n\n"
    "Example: korridor claims add claims.jsonl dispatches/ --date 2016-12-16",
    no_args_is_help=True,
    rich_markup_mode=None,
)
claims.command()(add)
claims.command()(review)
claims.command()(agree)
claims.command()(export)
