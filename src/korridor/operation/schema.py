"""The JSON Schema of a file, for editors: what may stand where, read off the models that check it.

Of an operation file it says less than ``korridor check`` does: that names refer to what exists, that windows
follow each other and that a road has a time are not for a schema to say.
"""

from typing import Any

from pydantic import BaseModel

from korridor.operation.explained import KEYS, otherwise
from korridor.operation.operation import Operation
from korridor.operation.sort import UNITS, Belongs, Sort, fields_of, kinds_of
from korridor.operation.source import Provenance
from korridor.operation.spread import FAMILIES, SHARES_PPM
from korridor.operation.uncertainty import Uncertainty
from korridor.operation.units import DURATIONS_S, MOST

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest that the editors' YAML extensions read in full."""

_NUMBER = r"[0-9]{1,15}([.,][0-9]{1,15})?"
_COUNT = r"[0-9]([ ,.]?[0-9])*"
_CLOCK = r"([01][0-9]|2[0-4]):[0-5][0-9](:[0-5][0-9])?"
_INSTANT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].*)?(Z|[-+][0-9]{2}:?[0-9]{2}(:?[0-9]{2})?)"

_WORDS = {"type": ["string", "number", "boolean", "null"]}
_SHORT = ("depot", "number")


def operation_schema() -> Schema:
    """Return the schema of an operation file; the same on every run."""
    return schema_of(
        Operation,
        title="An operation for Korridor",
        description="docs/operation-file.md explains every key; docs/semantics.md, O, says what exactly they mean.",
        explained=True,
    )


def schema_of(model: type[BaseModel], *, title: str, description: str, explained: bool = False) -> Schema:
    """Return the schema of a file that a model checks.

    Parameters
    ----------
    model : type
    title, description : str
    explained : bool
        Whether its keys are those of an operation: explained one by one, each value with or without its source (O10).
    """
    parts = _Parts(explained)
    schema = parts.table(model)
    return {
        "$schema": DIALECT,
        "title": title,
        "description": description,
        **schema,
        "definitions": dict(sorted(parts.definitions.items())),
    }


class _Parts:
    """Collects a definition for each model; values that sources may wrap are all made here."""

    def __init__(self, explained: bool) -> None:
        self._explained = explained
        self.definitions: dict[str, Schema] = {}

    def table(self, model: type[BaseModel]) -> Schema:
        """The schema of a model's table."""
        properties = self._explained_keys(model) if self._explained else self._keys(model)
        required = [key for key, field in fields_of(model).items() if field.is_required() and key != "depots"]
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        if required:
            schema["required"] = required
        if "depots" in properties:
            schema["oneOf"] = [
                {"required": ["depots"], "not": {"anyOf": [{"required": [key]} for key in _SHORT]}},
                {"required": list(_SHORT), "not": {"required": ["depots"]}},
            ]
        return schema

    def _keys(self, model: type[BaseModel]) -> dict[str, Schema]:
        return {key: self._of(what) for key, what in kinds_of(model).items()}

    def _explained_keys(self, model: type[BaseModel]) -> dict[str, Schema]:
        properties: dict[str, Schema] = {}
        for key, said in KEYS[model].items():
            bare = model is Provenance or key == "sources"
            value = self._of_key(model, key)
            properties[key] = value if bare else _sourced(value)
            if model is Uncertainty:
                properties[key] = self._shared(kinds_of(model)[key].inner[0].sort, properties[key])
            properties[key] |= {"description": _described(model, key), "examples": [said.example]}
        return properties

    def _shared(self, sort: Sort, schema: Schema) -> Schema:
        """A reference to a schema that many keys have; beside it editors want what is said of the key."""
        name = "".join(word.capitalize() for word in sort.split())
        self.definitions[name] = schema
        return {"anyOf": [{"$ref": f"#/definitions/{name}"}]}

    def _of_key(self, model: type[BaseModel], key: str) -> Schema:
        if key == "depot":
            return {"type": "string"}
        if key == "number":
            return _whole(1, MOST)
        what = kinds_of(model)[key]
        full = self._of(what)
        one = what.inner[0] if model is Uncertainty else _one_for_all(key, what)
        return full if one is None else {"anyOf": [self._of(one), full]}

    def _of(self, what: Belongs) -> Schema:
        schema = self._just(what)
        return {"anyOf": [schema, {"type": "null"}]} if what.may_be_nothing else schema

    def _just(self, what: Belongs) -> Schema:
        if what.model is not None:
            name = what.model.__name__
            if name not in self.definitions:
                self.definitions[name] = {}
                self.definitions[name] = self.table(what.model)
            return {"$ref": f"#/definitions/{name}"}
        if what.sort is Sort.BY_NAME:
            schema: Schema = {"type": "object", "additionalProperties": self._inside(what.inner[0])}
            if what.names and what.names.words:
                schema["propertyNames"] = {"enum": list(what.names.words)}
            return schema
        if what.sort is Sort.LIST:
            return self._list(what)
        return _single(what)

    def _list(self, what: Belongs) -> Schema:
        inner = [self._inside(each) for each in what.inner]
        if len(inner) == 1:
            least = {"minItems": int(what.least)} if what.least else {}
            return {"type": "array", "items": inner[0], **least}
        return {"type": "array", "items": inner, "minItems": len(inner), "maxItems": len(inner)}

    def _inside(self, what: Belongs) -> Schema:
        """What stands in a list, or behind a name."""
        return _sourced(self._of(what)) if self._explained else self._of(what)


def _one_for_all(key: str, what: Belongs) -> Belongs | None:
    """What may stand alone where a table may: one value for all its parts."""
    if key in ("per_person", "time_aboard", "boarding", "alighting"):
        return what.inner[0]
    return Belongs(Sort.WHOLE, least=1, most=MOST) if key == "lanes" else None


def _sourced(value: Schema) -> Schema:
    """A value, or the value with its source (O10)."""
    wrapped: Schema = {
        "type": "object",
        "properties": {
            "value": value,
            "source": {**_WORDS, "description": KEYS[Provenance]["source"].meaning},
            "note": {**_WORDS, "description": KEYS[Provenance]["note"].meaning},
            "assumed": {"type": "boolean", "description": KEYS[Provenance]["assumed"].meaning},
        },
        "required": ["value"],
        "additionalProperties": False,
    }
    return {"anyOf": [value, wrapped]}


def _single(what: Belongs) -> Schema:
    match what.sort:
        case Sort.LENGTH | Sort.DURATION | Sort.SPEED:
            return _quantity(UNITS[what.sort])
        case Sort.MOMENT:
            span = rf"\+\s*{_NUMBER}\s*({'|'.join(UNITS[Sort.DURATION])})"
            return _text(f"({_INSTANT}|{span})")
        case Sort.INSTANT:
            return _text(_INSTANT)
        case Sort.HOURS:
            return _text(rf"{_CLOCK}\s*[-–]\s*{_CLOCK}")
        case Sort.COUNT:
            worded = (
                rf"([Aa]round|[Aa]bout|[Aa]t least|[Uu]p to)\s+{_COUNT}|{_COUNT}\s*\.\.\s*{_COUNT}|{_COUNT}"
            )
            return {"anyOf": [_whole(0, MOST), _text(f"({worded})")]}
        case Sort.UNCERTAIN_TIME:
            return _uncertain(DURATIONS_S)
        case Sort.UNCERTAIN_SHARE:
            return _uncertain(SHARES_PPM)
        case Sort.CHANCE:
            return _text(rf"{_NUMBER}\s*%")
        case Sort.WHOLE:
            return _whole(int(what.least or 0), int(what.most or MOST))
        case Sort.NUMBER:
            return {"type": "number", "minimum": what.least, "maximum": what.most}
        case Sort.TRUTH:
            return {"type": "boolean"}
        case Sort.WORD:
            return {"enum": list(what.words)}
        case _:
            return {"type": "string", "minLength": 1} if what.least else {"type": "string"}


def _quantity(units: dict[str, int]) -> Schema:
    return _text(rf"{_NUMBER}\s*({'|'.join(units)})")


def _uncertain(units: dict[str, int]) -> Schema:
    unit = "|".join(units)
    between = rf"({_NUMBER}\s*({unit})?\s*\.\.\s*){{0,2}}{_NUMBER}\s*({unit})"
    around = rf"{_NUMBER}\s*({unit})\s*(±|\+/?-)\s*{_NUMBER}\s*%"
    seen = rf"({_NUMBER}\s*({unit})?\s+)+{_NUMBER}\s*({unit})"
    return _text(rf"(({'|'.join(FAMILIES)})\s+)?({between}|{around}|{seen})")


def _text(pattern: str) -> Schema:
    return {"type": "string", "pattern": rf"^\s*{pattern}\s*$"}


def _whole(least: int, most: int) -> Schema:
    return {"type": "integer", "minimum": least, "maximum": most}


def _described(model: type[BaseModel], key: str) -> str:
    left_out = otherwise(model, key)
    return f"{KEYS[model][key].meaning} If left out: {left_out}." if left_out else KEYS[model][key].meaning
