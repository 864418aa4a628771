"""How values show themselves in a notebook.

What a value is worth showing of, the rooms above know; the public face wires them to it here, so that no room imports
from above its floor.
"""

from collections.abc import Callable

Html = Callable[[object], str]
"""From a value to HTML that needs nothing beside it."""

_html: Html | None = None


def show_with(html: Html) -> None:
    """Let every rich value show itself by ``html`` from now on."""
    global _html
    _html = html


class Rich:
    """A value that notebooks show as HTML: IPython, Jupyter and VS Code ask it for ``_repr_html_``."""

    def _repr_html_(self) -> str | None:
        return None if _html is None else _html(self)
