"""O10: a value's source follows it into every paper."""

from korridor.operation.operation import Operation


def source_words(operation: Operation, path: str) -> str:
    """Return who says the value at a path of the file, in brackets; empty where the file does not tell."""
    said = next((source for source in operation.sources if source.path == path), None)
    if said is None:
        return ""
    words = [*(["our assumption"] if said.assumed else []), *([said.source] if said.source else [])]
    return f" [{'; '.join(words)}]" if words else ""
