"""Templates become pages here; whatever a file says is escaped."""

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from korridor.papers.aboard_words import limit_text
from korridor.papers.word import without_the_word
from korridor.pictures import render
from korridor.pictures.clock import lasting

_JAVASCRIPT = "/* the libraries */"


def page(template: str, words: dict[str, Any], css: str | None = None) -> str:
    """Return an HTML page that needs nothing beside it.

    Parameters
    ----------
    template : str
        A file of ``templates``; a style sheet of the same name and ``draw.js`` come with it.
    words : dict
        What it is filled with.
    css : str, optional
        Another style sheet of ``templates``.
    """
    own = {
        "css": _text(css or template.replace(".html", ".css")),
        "draw": _text("draw.js"),
        "javascript": Markup(_JAVASCRIPT),
    }
    text = without_the_word(_environment().get_template(template).render(words | own))
    # The libraries come last: they are no words of ours, and a megabyte need not be searched.
    return text.replace(_JAVASCRIPT, render.javascript(), 1) if _JAVASCRIPT in text else text


def fragment(template: str, words: dict[str, Any]) -> str:
    """Return a piece of HTML to stand on somebody else's page, with its styles in it, and without scripts."""
    filled = _environment().get_template(template).render(words | {"css": _text("shown.css")})
    return without_the_word(filled)


def established(answer: bool | None) -> str:
    """Return an answer of X4: yes, no, or not established."""
    return {True: "yes", False: "no", None: "not established"}[answer]


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("korridor.papers"), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    made.filters |= {
        "established": established,
        "lasting": lambda seconds: lasting(seconds, up=True),
        "limit": limit_text,
    }
    return made


def _text(name: str) -> Markup:
    """Return a file of ours as it is."""
    return Markup((files("korridor.papers") / "templates" / name).read_text(encoding="utf-8"))
