"""The looks that all pictures share: told apart without colour, legible in grey, fonts of any machine."""

from typing import Final

# Darker kin of blue and vermilion in Okabe and Ito's palette for the colour-blind (jfly.uni-koeln.de/color).
LOADED: Final = "#0b4f7d"
EMPTY: Final = "#c65d00"
BOUND: Final = "#111111"
INK: Final = "#222222"
FAINT: Final = "#767676"
GRID: Final = "#9aa3ab"

# Light to dark, so that a grey print keeps the order: open, margin, closed.
SPANS: Final = {"open": "#e9f2e6", "margin before closing": "#d4d6b4", "closed": "#b9b9b9"}
BROKEN: Final = "#dda89e"

FEW_TO_MANY: Final = ["#9fb8c9", "#08304d"]

FONT: Final = "sans-serif"
SMALL_PX: Final = 10
TEXT_PX: Final = 11
WIDTH_PX: Final = 800
LABEL_PX: Final = 170

CONFIG: Final[dict[str, object]] = {
    # One description for a picture is help; a label for each of a thousand marks is none.
    "aria": False,
    "background": "white",
    "font": FONT,
    "axis": {
        "labelColor": INK,
        "titleColor": INK,
        "labelFontSize": TEXT_PX,
        "titleFontSize": TEXT_PX,
        "titleFontWeight": "normal",
        "gridColor": "#ccd2d6",
        "gridOpacity": 0.8,
        "domainColor": GRID,
        "tickColor": GRID,
    },
    "legend": {
        "orient": "top",
        "labelColor": INK,
        "titleColor": INK,
        "labelFontSize": TEXT_PX,
        "titleFontSize": TEXT_PX,
        "titleFontWeight": "normal",
        "symbolSize": 400,
        "columnPadding": 14,
    },
    "title": {"anchor": "start", "fontSize": 12, "fontWeight": "bold", "color": INK, "offset": 4},
    "text": {"font": FONT, "fontSize": SMALL_PX, "color": INK},
    "view": {"stroke": None},
}
"""Vega-Lite's configuration for every picture."""
