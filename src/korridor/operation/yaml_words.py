"""What libyaml says of a text that is no YAML, in words that help."""

_STANDS = {
    "\t": "a tab stands here; YAML indents with spaces",
    **{mark: f"{mark!r} cannot begin a value; put the text in quotes" for mark in "@`%"},
}
"""Characters that cannot begin a value."""

_SAID = (
    ("tab character", _STANDS["\t"]),
    ("mapping values", "a ': ' stands where none can; is the indent right, or does a text need quotes?"),
    ("expected ',' or ']'", "a list that begins with [ is not closed here; write , or ]"),
    ("expected ',' or '}'", "a table that begins with { is not closed here; write , or }"),
    ("unexpected end of stream", "a text that begins with a quote is not closed; write the other quote"),
    ("could not find expected ':'", "a key has no ':' after it; write key: value"),
    ("did not find expected key", "this line does not stand in line with those before it; indent alike"),
    ("expected '-' indicator", "this line does not stand in line with those before it; indent alike"),
    ("unknown escape", "a backslash stands before a letter that it does not go with; write '…' quotes"),
)


def syntax_words(problem: str, stands: str) -> str:
    """Return a complaint of the parser in words that help.

    Parameters
    ----------
    problem : str
        What the parser says.
    stands : str
        The character at which it says so; empty at the end of the text.
    """
    if "cannot start any token" in problem and stands in _STANDS:
        return _STANDS[stands]
    for sign, words in _SAID:
        if sign in problem:
            return words
    return f"not well-formed YAML ({problem}); is the indent right, or does a text need quotes?"
