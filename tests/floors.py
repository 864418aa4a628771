"""The floors of the house as data, and a checker that reads who imports whom.

Each room of ``src/korridor`` is named after what a person in the field would call it. A room imports only
from rooms on floors below its own, so what is known beforehand never depends on how it is planned, and no
paper ever changes a time.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PACKAGE = "korridor"
FACE = "the public face"

# Top floor first. Rooms that stand side by side never import each other.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("cli",),
    (FACE,),  # korridor/__init__.py: where rooms of one floor are wired together
    ("answers",),  # and where questions stand that take more than one of them
    ("room",),
    ("papers",),
    ("pictures",),
    ("planning", "rehearsal", "ledger", "claims", "roads"),
    ("clockwork", "exercise", "clerks"),
    ("chance", "events"),
    ("operation",),
    ("compiled", "version", "whole"),
)

# Arrays live in these rooms; at their doors everything is a frozen, typed object.
ARRAY_ROOMS = ("chance", "clockwork", "compiled", "planning", "rehearsal", "roads")
ARRAYS = ("numpy", "numba")

# What not everybody has installed (an extra of pyproject.toml) belongs to the room that it is for.
EXTRAS = {"osmium": "roads", "ray": "rehearsal", "scipy": "roads", "spacy": "claims"}

# Randomness enters by one door, search seeds included.
RANDOM_ROOM = "chance"
RANDOM = ("random", "secrets", "numpy.random")

# The verifier is the second opinion: slow, plain, and without a line of the code whose work it checks.
VERIFIER = "korridor.planning.verify"
VERIFIER_MAY_READ = ("korridor.planning.plan", "korridor.planning.certificate")  # plain value types
VERIFIER_NEVER = ("korridor.clockwork", "korridor.planning", "korridor.chance", *ARRAYS)

# Importing by name at run time slips past this checker; the face and the commands do it to start quickly.
LAZY_ROOMS = ("cli", FACE)


@dataclass(frozen=True)
class Import:
    """One import of ``target`` (a dotted name), at ``path:line``."""

    target: str
    path: Path
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


def within(name: str, package: str) -> bool:
    """Whether a dotted name is a package or something inside it."""
    return name == package or name.startswith(package + ".")


@dataclass(frozen=True)
class House:
    """The source tree whose folder ``source`` holds the package."""

    source: Path

    @cached_property
    def modules(self) -> dict[str, Path]:
        """Every module of the package: its dotted name, and the file it stands in."""
        found = {}
        for path in sorted((self.source / PACKAGE).rglob("*.py")):
            parts = path.relative_to(self.source).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
        return found

    @cached_property
    def imports(self) -> dict[str, list[Import]]:
        """What each module imports, wherever in the file the import stands."""
        return {module: list(self._imports_of(module)) for module in self.modules}

    def _imports_of(self, module: str) -> Iterator[Import]:
        path = self.modules[module]
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        shown = path.relative_to(self.source)
        numpy_names = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(alias.name, shown, node.lineno)
                    if alias.name == "numpy":
                        numpy_names.add(alias.asname or alias.name)
            elif isinstance(node, ast.ImportFrom):
                base = self._base(module, path, node)
                for alias in node.names:
                    yield Import(self._named(base, alias.name), shown, node.lineno)
        for node in ast.walk(tree):  # np.random is an import of numpy.random in all but name
            if isinstance(node, ast.Attribute) and node.attr == "random":
                if isinstance(node.value, ast.Name) and node.value.id in numpy_names:
                    yield Import("numpy.random", shown, node.lineno)
            elif getattr(node, "attr", "") == "import_module" or getattr(node, "id", "") == "__import__":
                yield Import("importlib.import_module", shown, node.lineno)

    @staticmethod
    def _base(module: str, path: Path, node: ast.ImportFrom) -> str:
        """The package that a ``from … import`` starts at, with leading dots resolved."""
        if node.level == 0:
            return node.module or ""
        parts = module.split(".")
        above = node.level - 1 if path.name == "__init__.py" else node.level
        return ".".join(parts[: len(parts) - above] + ([node.module] if node.module else []))

    def _named(self, base: str, name: str) -> str:
        """``from base import name``: the module ``base.name`` if it is one, else ``base``, which holds it."""
        if not within(base, PACKAGE):
            return f"{base}.{name}"
        return f"{base}.{name}" if f"{base}.{name}" in self.modules else base

    def broken(self) -> list[str]:
        """Each broken rule of the house, as ``file:line: what is wrong, what is allowed``."""
        rules = (
            self._rooms,
            self._floors,
            self._arrays,
            self._extras,
            self._randomness,
            self._by_name,
            self._verifier,
        )
        return [fault for rule in rules for fault in rule()]

    def _rooms(self) -> Iterator[str]:
        known = {room for floor in FLOORS for room in floor}
        for module, path in self.modules.items():
            if room_of(module) not in known:
                yield f"{path.relative_to(self.source)}:1: {room_of(module)} is not a room of the house"

    def _floors(self) -> Iterator[str]:
        floor_of = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
        for module, imports in self.imports.items():
            room = room_of(module)
            for found in imports:
                if not within(found.target, PACKAGE):
                    continue
                other = room_of(found.target)
                if room == other or room not in floor_of or other not in floor_of:
                    continue
                if floor_of[other] < floor_of[room]:
                    yield f"{found}: {room} imports {other}, which stands above it"
                elif floor_of[other] == floor_of[room]:
                    yield f"{found}: {room} imports {other}, which stands beside it"

    def _arrays(self) -> Iterator[str]:
        for module, imports in self.imports.items():
            for found in imports:
                for library in ARRAYS:
                    if within(found.target, library) and room_of(module) not in ARRAY_ROOMS:
                        allowed = ", ".join(ARRAY_ROOMS)
                        yield f"{found}: {room_of(module)} uses {library}; arrays live in {allowed}"

    def _extras(self) -> Iterator[str]:
        for module, imports in self.imports.items():
            for found in imports:
                for library, room in EXTRAS.items():
                    if within(found.target, library) and room_of(module) != room:
                        yield f"{found}: {room_of(module)} uses {library}; only {room} may, and who has it is asked first"

    def _randomness(self) -> Iterator[str]:
        for module, imports in self.imports.items():
            for found in imports:
                for door in RANDOM:
                    room = room_of(module)
                    if within(found.target, door) and room != RANDOM_ROOM:
                        yield f"{found}: {room} uses {door}; randomness comes from {RANDOM_ROOM} alone"

    def _by_name(self) -> Iterator[str]:
        for module, imports in self.imports.items():
            for found in imports:
                if found.target == "importlib.import_module" and room_of(module) not in LAZY_ROOMS:
                    yield f"{found}: {room_of(module)} imports by name; only {' and '.join(LAZY_ROOMS)} may"

    def _verifier(self) -> Iterator[str]:
        """Follow the verifier's imports as far as they lead: a helper's helper counts as its own."""
        waiting = [module for module in self.modules if within(module, VERIFIER)]
        seen = set(waiting)
        while waiting:
            module = waiting.pop(0)
            for found in self.imports[module]:
                target = found.target
                own = any(within(target, allowed) for allowed in (VERIFIER, *VERIFIER_MAY_READ))
                if not own and any(within(target, never) for never in VERIFIER_NEVER):
                    yield f"{found}: the verifier leans on {target}; it shares no code with what it checks"
                elif target in self.modules and target not in seen:
                    seen.add(target)
                    waiting.append(target)


def room_of(module: str) -> str:
    """The room that a dotted name of the package belongs to."""
    parts = module.split(".")
    if len(parts) == 1:
        return FACE
    return "cli" if parts[1] == "__main__" else parts[1]
