"""``korridor``: the commands, and what becomes of an error that none of them expected."""

import os
import sys
from typing import Annotated

import typer

from korridor.cli.account import account
from korridor.cli.ask import ask
from korridor.cli.check import check
from korridor.cli.claims import claims
from korridor.cli.compare import compare
from korridor.cli.drill import drill
from korridor.cli.erase import erase
from korridor.cli.hindcast import hindcast
from korridor.cli.new import new
from korridor.cli.orders import orders
from korridor.cli.plan import plan
from korridor.cli.read import read
from korridor.cli.record import record
from korridor.cli.rehearse import rehearse
from korridor.cli.report import report
from korridor.cli.roads import roads
from korridor.cli.say import complain, hush, show_any_letter
from korridor.cli.schema import schema
from korridor.cli.state import state
from korridor.cli.tally import tally
from korridor.cli.why import why
from korridor.version import __version__

TRACEBACK = "KORRIDOR_TRACEBACK"
"""Set in the environment, it shows where an error came from, for those who mend the program."""

# Plain text: what goes wrong is read in logs and over the telephone, and Rich would double the time to start.
app = typer.Typer(
    name="korridor",
    epilog="Exit status: 0 done, 1 the answer is no, 2 the input or the call is wrong.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(new)
app.command()(check)
app.command()(plan)
app.command()(state)
app.command()(why)
app.command()(orders)
app.command()(rehearse)
app.command()(compare)
app.command()(ask)
app.command()(hindcast)
app.command()(report)
app.command()(record)
app.command()(account)
app.command()(tally)
app.command()(drill)
app.command()(erase)
app.command()(read)
app.add_typer(claims, name="claims")
app.command()(roads)
app.command()(schema)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"korridor {__version__}")
        raise typer.Exit


@app.callback()
def korridor(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Plan evacuations by convoy, rehearse, record and account for them; read what others say.

    Example: korridor plan operation.yaml -o build/plan
    """
    del version


def main() -> None:
    """Run the command that the arguments name, and exit with its status."""
    show_any_letter()
    try:
        app(prog_name="korridor")
    except BrokenPipeError:
        hush()
        sys.exit(1)
    except OSError as error:
        file = f"{error.filename}: " if error.filename else ""
        complain(f"korridor: {file}{error.strerror or error}")
        sys.exit(2)
    # The last door: a person at a checkpoint has no use for a traceback.
    except Exception as error:
        if os.environ.get(TRACEBACK):
            raise
        complain(f"korridor: a fault of the program, not of your file: {type(error).__name__}: {error}")
        complain(f"Set {TRACEBACK}=1 to see where it came from, and please report it.")
        sys.exit(2)
