"""``korridor check``."""

import typer

from korridor.cli.arguments import JsonFlag, OperationFile
from korridor.cli.say import say, say_json
from korridor.cli.wrong_input import wrong_input


def check(file: OperationFile, json: JsonFlag = False) -> None:
    """Is this operation well-formed and possible?

    What cannot work is named with the numbers that clash; that nothing is found does not show that a plan
    exists.

    Example: korridor check examples/aleppo-2016/operation.yaml
    """  # noqa: D400 - the command answers a question
    from korridor.operation.check import Severity
    from korridor.operation.check import check as find
    from korridor.operation.lines import lines_of
    from korridor.operation.read import read_operation
    from korridor.papers.checked import checked_document, checked_lines
    from korridor.papers.clashing import clash_lines, clashes_document
    from korridor.planning.clash import clashes
    from korridor.planning.clash.clash import with_clashes

    with wrong_input(json):
        operation = read_operation(file)
        found = clashes(operation)
        findings = with_clashes(find(operation), found)
        line_of = lines_of(file) if found else lambda where: 1
    if json:
        document = checked_document(operation, findings)
        say_json({**document, "clashes": clashes_document(found, line_of)})
    else:
        *lines, verdict = checked_lines(str(file), operation, findings)
        say([*lines, *clash_lines(str(file), found, line_of), verdict])
    if any(finding.severity is Severity.IMPOSSIBLE for finding in findings):
        raise typer.Exit(1)
