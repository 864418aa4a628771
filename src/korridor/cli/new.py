"""``korridor new``."""

from __future__ import annotations

import json as json_text
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import JsonFlag
from korridor.cli.say import say, say_json
from korridor.cli.wrong_input import wrong_input

if TYPE_CHECKING:
    from korridor.operation.operation import Operation

SCHEMA = "korridor.schema.json"
_ENDINGS = (".yaml", ".yml", ".xlsx")


def new(
    name: Annotated[Path, typer.Argument(metavar="NAME", help="Of the file, and of the operation in it.")],
    xlsx: Annotated[
        bool, typer.Option("--xlsx", help="Write a workbook, NAME.xlsx, and not NAME.yaml.")
    ] = False,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="FILE", help="Write this operation (.yaml, .xlsx, .txt) in the new form."
        ),
    ] = None,
    exercise: Annotated[
        str | None,
        typer.Option(
            "--exercise",
            metavar="SIZE",
            help="Make an operation up, as large as you like: people=100000,seed=7 (docs/exercises.md).",
        ),
    ] = None,
    schema: Annotated[
        bool, typer.Option("--schema", help=f"Write {SCHEMA} beside it, for editors, and refer to it.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    json: JsonFlag = False,
) -> None:
    """Write an operation file to start from: a small one that can be checked and planned at once.

    Example: korridor new my-town

    Example: korridor new my-town --xlsx --from my-town.yaml

    Example: korridor new large --exercise people=100000
    """
    from korridor.whole import write_whole

    path = _file(name, xlsx)
    if path.exists() and not force:
        raise typer.BadParameter(
            f"{path} is there already; choose another name, or add --force to replace it"
        )
    if exercise is not None and source is not None:
        raise typer.BadParameter("--exercise makes an operation up, --from takes another file's; not both")
    with wrong_input(json):
        content, operation = _content(path, source, _made_up(exercise))
    contents: dict[str, str | bytes] = {path.name: content}
    if schema and isinstance(content, str):
        from korridor.operation.schema import operation_schema

        contents[path.name] = f"# yaml-language-server: $schema={SCHEMA}\n{content}"
        contents[SCHEMA] = json_text.dumps(operation_schema(), indent=2) + "\n"
    written = write_whole(path.parent, contents)
    if json:
        say_json({"operation": operation.name, "files": [str(each) for each in written]})
    else:
        say(_next(path, operation, source, exercise is not None))


def _file(name: Path, xlsx: bool) -> Path:
    """The file to write: a workbook where that is asked for, or the name ends so."""
    if not name.name:
        raise typer.BadParameter(f"{name} is no name for a file; write for example my-town")
    ending = name.suffix.lower()
    if ending in _ENDINGS and not (xlsx and ending != ".xlsx"):
        return name
    if ending in _ENDINGS:
        return name.with_suffix(".xlsx")
    return name.with_name(f"{name.name}{'.xlsx' if xlsx else '.yaml'}")


def _made_up(size: str | None) -> Operation | None:
    """The exercise of a size, if one is asked for."""
    if size is None:
        return None
    from korridor.exercise.exercise import exercise
    from korridor.exercise.size import read_size

    try:
        return exercise(read_size(size))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="'--exercise'") from None


def _content(path: Path, source: Path | None, made_up: Operation | None) -> tuple[str | bytes, Operation]:
    """The file's content: another file's operation, one that is made up, or the one to start from."""
    from korridor.operation.read import read_operation, read_yaml
    from korridor.operation.start import starting_yaml
    from korridor.operation.write import file_content

    text = starting_yaml(path.stem)
    operation = made_up or (read_yaml(text, "start.yaml") if source is None else read_operation(source))
    if made_up is None and source is None and path.suffix.lower() != ".xlsx":
        return text, operation
    try:
        return file_content(operation, path), operation
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _next(path: Path, operation: Operation, source: Path | None, made_up: bool) -> tuple[str, ...]:
    workbook = path.suffix.lower() == ".xlsx"
    what = (
        f"the operation of {source}"
        if source
        else f"an exercise of {operation.persons:,} people, {len(operation.places)} places"
        if made_up
        else f"an operation of {len(operation.places)} places to start from"
    )
    advice = "" if source or made_up else "Everything in it is made up: put your own in its place. "
    program = "a spreadsheet program; the sheet 'read me' explains it" if workbook else "a text editor"
    return (
        f"Written: {path}, {what}.",
        f"Open it in {program}. {advice}Then:",
        f"    korridor check {_shell(path)}",
        f"    korridor plan {_shell(path)} -o {_shell(Path('build') / path.stem)}",
        "docs/your-own-operation.md goes through it step by step.",
    )


def _shell(path: Path) -> str:
    """A path as it can be typed."""
    import shlex

    return shlex.quote(str(path))
