"""From a specification to a static picture, and the JavaScript that draws it on a page with no network."""

from functools import cache

import vl_convert

from korridor.pictures.specification import Specification

VEGA_LITE = "6.4"
"""The Vega-Lite of still pictures and pages alike; the one that Altair checks specifications against."""

PAGE = "window.draw = (place, specification, options) => vegaEmbed(place, specification, options);"


def svg(specification: Specification) -> str:
    """Return the picture as SVG text."""
    drawn: str = vl_convert.vegalite_to_svg(specification, vl_version=VEGA_LITE, allowed_base_urls=[])
    return drawn


def png(specification: Specification, scale: float = 2) -> bytes:
    """Return the picture as PNG, ``scale`` pixels to each of the specification's."""
    drawn: bytes = vl_convert.vegalite_to_png(
        specification, vl_version=VEGA_LITE, scale=scale, allowed_base_urls=[]
    )
    return drawn


@cache
def javascript() -> str:
    """Return a script with Vega, Vega-Lite and Vega-Embed in it; it defines ``draw``, see ``PAGE``."""
    script: str = vl_convert.javascript_bundle(PAGE, vl_version=VEGA_LITE)
    return script
