"""Pictures as they stand on a page: a still image, and the specification to draw them live."""

import base64
import json
from dataclasses import dataclass

from markupsafe import Markup

from korridor.papers.word import without_the_word_in
from korridor.pictures import render
from korridor.pictures.specification import Specification


@dataclass(frozen=True)
class Drawn:
    """A picture on a page.

    Attributes
    ----------
    name : str
        The page's name for it.
    alt : str
        What it shows, for those who cannot see it.
    specification : Markup
        Vega-Lite, as JSON that may stand inside an HTML script element.
    still : str
        The same picture as an SVG image in a ``data:`` address. As an image it keeps its identifiers to
        itself, where SVG set into the page would share them with its neighbours.
    """

    name: str
    alt: str
    specification: Markup
    still: str


def drawn(name: str, specification: Specification) -> Drawn:
    """Draw a specification; X4's word is left out of both forms of it."""
    said = without_the_word_in(specification)
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    svg = render.svg(said)
    # Written so, "<" cannot end the element that the JSON stands in.
    inside = Markup(text.replace("<", "\\u003c"))
    still = "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
    return Drawn(name, specification["description"], inside, still)
