"""Arguments of the commands that have to do with a store."""

from typing import Annotated

import typer

StoreArgument = Annotated[
    str,
    typer.Argument(
        metavar="STORE", help="A file such as books.db, or postgresql+psycopg://USER@SERVER/DATABASE."
    ),
]
