"""The sheet that explains the others: what a person who has nothing but the workbook must know."""

from collections.abc import Iterator

from korridor.operation.explained import key_at, otherwise
from korridor.operation.fault import Where
from korridor.operation.operation import Operation
from korridor.operation.sort import UNITS, belongs_at, fields_of
from korridor.operation.workbook.sheets import SETTINGS, SHEETS, UTC_OFFSET, Column, Settings, Sheet, sample

ABOUT = (
    "An operation for Korridor",
    "Every sheet is a kind of thing, every row one thing. Columns with a green heading are needed in every row; "
    "sheets that you do not need stay empty.",
    "A number is meant in the unit of its heading: 21 under 'length (km)' is 21 km. A text with its own unit, "
    "such as 800 m, may stand there too.",
    "Dates need an offset from UTC: it stands on the sheet operation. A moment may also be written as text: "
    "2016-12-15T09:00+02:00, or +6 h for six hours after the start.",
    "Several names in one cell have ; between them. Formulas are not read: put their values there.",
    "A column, a row of settings or a sheet whose name begins with # is yours, and is left alone.",
    "Then run: korridor check FILE.xlsx. It names each cell that is not right, and what to do.",
)

Line = tuple[str, str, str, str, str]


def explanations() -> Iterator[Line]:
    """Yield sheet, column, what it is, what holds if it is left empty, and an example."""
    for settings in SETTINGS:
        for row in settings.rows:
            needed = "it is needed" if settings.needed(row) else _otherwise(row.path)
            yield settings.name, row.title, settings.explained(row), needed, _example(settings, row)
    for sheet in SHEETS:
        yield sheet.name, "", sheet.meaning, "", ""
        for column in sheet.all_columns:
            path = sample(sheet.where(column)) if column not in sheet.keys else ()
            needed = "it is needed" if sheet.needed(column) else _otherwise(path)
            yield sheet.name, column.title, sheet.explained(column), needed, _example(sheet, column)


def _otherwise(path: Where) -> str:
    """What holds where a key is left out; the key is the last step that a table of the file has."""
    for end in range(len(path), 0, -1):
        model = belongs_at(Operation, path[: end - 1]).model
        if model is not None and str(path[end - 1]) in fields_of(model):
            return otherwise(model, str(path[end - 1]))
    return ""


def _example(sheet: Sheet | Settings, column: Column) -> str:
    if column == UTC_OFFSET:
        return "+02:00"
    if not column.path or (isinstance(sheet, Sheet) and column in sheet.keys):
        return ""
    path = sample(sheet.where(column)) if isinstance(sheet, Sheet) else column.path
    example = key_at(path).example
    if isinstance(example, list):
        pair = example[0] if isinstance(example[0], list) else example
        one = isinstance(path[-1], int) and path[-1] < len(pair)
        return str(pair[int(path[-1])]) if one else "; ".join(map(str, example))
    if isinstance(example, dict):
        example = example.get(str(path[-1]), "")
    if isinstance(example, bool):
        return "yes" if example else "no"
    text = str(example)
    number, _, unit = text.partition(" ")
    return number if unit and unit == column.unit and sheet.belongs(column).sort in UNITS else text
