"""The operation's own file with the found roads in it; everything else stays as its author wrote it."""

from korridor.operation.read import read_yaml
from korridor.operation.written import Written, read_written
from korridor.roads.found import FoundRoads
from korridor.roads.request import made
from korridor.roads.section import junction_lines, roads_lines


class NotSpliced(Exception):  # noqa: N818 - the file is sound, it is only written in a way that we cannot add to
    """The file is written in a way that lines cannot be put into; the message says how to write it."""


def spliced(text: str, file: str, found: FoundRoads) -> str:
    """The text of an operation with the found roads and junctions instead of its own roads.

    Parameters
    ----------
    text : str
        YAML.
    file : str
        Its name, for messages.
    found : FoundRoads

    Raises
    ------
    NotSpliced
        Where ``places`` is written in one line, with { }.
    """
    written, _ = read_written(text, file)
    lines = text.splitlines()
    gone = made(read_yaml(text, file))  # junctions of an earlier run, which go with their roads
    edits = [*_places(written, lines, found, gone), *_roads(written, lines, found)]
    for begin, end, new in sorted(edits, reverse=True):  # from the end, so that line numbers stay true
        lines[begin:end] = new
    return "\n".join(lines) + "\n"


Edit = tuple[int, int, list[str]]
"""Lines from the first up to the second, counted from 0, give way to these."""


def _roads(written: Written, lines: list[str], found: FoundRoads) -> list[Edit]:
    begin, end = _block(written, lines, "roads")
    assert isinstance(written.value, dict)
    entries = written.value["roads"].value
    assert isinstance(entries, tuple)
    starts = [entry.line - 1 for entry in entries] + [end]
    kept: list[str] = []
    for index in found.request.kept_roads:
        if not lines[starts[index]].lstrip().startswith("-"):
            raise NotSpliced("roads stand several in a line; write each road on lines of its own, after a -")
        kept += lines[starts[index] : starts[index + 1]]
    return [(begin, end, [*roads_lines(found), *kept])]


def _places(written: Written, lines: list[str], found: FoundRoads, gone: frozenset[str]) -> list[Edit]:
    assert isinstance(written.value, dict)
    places = written.value["places"]
    begin, end = _block(written, lines, "places")
    entries = sorted(places.key_lines.items(), key=lambda entry: entry[1])
    if not entries or entries[0][1] - 1 == begin:
        raise NotSpliced("places stands in one line; write each place on a line of its own")
    first = lines[entries[0][1] - 1]
    indent = first[: len(first) - len(first.lstrip())]
    edits: list[Edit] = [(end, end, list(junction_lines(found, indent)))]
    for index, (name, line) in enumerate(entries):
        if name in gone:
            after = entries[index + 1][1] - 1 if index + 1 < len(entries) else end
            edits.append((line - 1, after, []))
    return edits


def _block(written: Written, lines: list[str], key: str) -> tuple[int, int]:
    """The lines of a top-level key, without the blank lines and comments before the next key."""
    begin = written.key_lines[key] - 1
    later = [line - 1 for line in written.key_lines.values() if line - 1 > begin]
    end = min(later, default=len(lines))
    while end > begin + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return begin, end
