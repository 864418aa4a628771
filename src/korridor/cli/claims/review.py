"""``korridor claims review``."""

from typing import Annotated

import typer

from korridor.cli.claims.kept_file import KeptFile, must_exist
from korridor.cli.say import complain, say
from korridor.cli.wrong_input import wrong_input


def review(
    file: KeptFile,
    everything: Annotated[bool, typer.Option("--all", help="Show decided figures again, too.")] = False,
) -> None:
    """Go through the figures, one key each: accept, mend, reject, working figure; each key is saved at once.

    Example: korridor claims review claims.jsonl
    """
    from korridor.claims.kept.file import read_kept, write_kept
    from korridor.claims.kept.kept import Verdict
    from korridor.cli.claims.desk import Desk

    must_exist(file)
    with wrong_input(False):
        kept = read_kept(file)
    desk = Desk(kept, lambda claims: write_kept(file, claims))
    desk.go_through(everything)
    say([desk.summary()])
    if not desk.keys and any(everything or each.verdict is Verdict.OPEN for each in kept):
        complain(
            f"{file}: nobody pressed a key, so nothing is decided; sit at a terminal, or give keys as standard input"
        )
        raise typer.Exit(2)
