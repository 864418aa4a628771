"""A tree of written values that grows cell by cell."""

from korridor.operation.fault import Where
from korridor.operation.workbook.sheets import NEXT
from korridor.operation.written import Written


class Growing:
    """The tree of an operation, as a workbook's cells build it up; each branch knows the cell that began it."""

    def __init__(self) -> None:
        self._root = _Branch(1, "")
        self._lists: set[Where] = set()
        self.cells: dict[str, Where] = {}
        """The path of each value, by its cell."""

    def put(self, path: Where, value: Written, line: int, cell: str) -> None:
        """Put a value at a path; branches on the way begin at ``cell``."""
        branch = self._root
        for step in path[:-1]:
            branch = branch.inner(step, line, cell)
        branch.entries[path[-1]] = value
        self.cells[value.cell] = path

    def begin(self, path: Where, line: int, cell: str) -> None:
        """Begin a branch; one that is there already stays."""
        branch = self._root
        for step in path:
            branch = branch.inner(step, line, cell)

    def begin_section(self, path: Where, line: int, cell: str, step: str | int) -> None:
        """Begin a table or, where entries are counted, a list; it may stay empty."""
        self.begin(path, line, cell)
        if step == NEXT:
            self._lists.add(path)

    def begun(self, path: Where) -> int:
        """The line on which a path began; 0 where there is nothing."""
        return self.spot(path)[0]

    def spot(self, path: Where) -> tuple[int, str]:
        """The line and the cell at which a path began; 0 and no cell where there is nothing."""
        here: _Branch | Written | None = self._root
        for step in path:
            here = here.entries.get(step) if isinstance(here, _Branch) else None
        return (here.line, here.cell) if here is not None else (0, "")

    def text(self, path: Where) -> Written | None:
        """The single value at a path."""
        here: _Branch | Written | None = self._root
        for step in path:
            here = here.entries.get(step) if isinstance(here, _Branch) else None
        return here if isinstance(here, Written) else None

    def written(self) -> Written:
        """The tree as it is now."""
        return _written(self._root, (), self._lists)


class _Branch:
    def __init__(self, line: int, cell: str) -> None:
        self.line, self.cell = line, cell
        self.entries: dict[str | int, _Branch | Written] = {}

    def inner(self, step: str | int, line: int, cell: str) -> "_Branch":
        found = self.entries.setdefault(step, _Branch(line, cell))
        assert isinstance(found, _Branch), step
        return found


def _written(branch: _Branch | Written, path: Where, lists: set[Where]) -> Written:
    if isinstance(branch, Written):
        return branch
    inner = {step: _written(entry, (*path, step), lists) for step, entry in branch.entries.items()}
    if path in lists or (inner and all(isinstance(step, int) for step in inner)):
        return Written(branch.line, tuple(inner[step] for step in sorted(inner)), cell=branch.cell)
    table = {str(step): entry for step, entry in inner.items()}
    lines = {key: entry.line for key, entry in table.items()}
    return Written(branch.line, table, key_lines=lines, cell=branch.cell)
