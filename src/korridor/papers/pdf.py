"""HTML becomes PDF, where WeasyPrint and Pango are on the machine."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

HOW = "pip install weasyprint, and Pango (on Debian or Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0)"


class NoPdfError(Exception):
    """PDF cannot be made on this machine; the message says what is missing and what to do."""


@dataclass(frozen=True)
class Pdf:
    """A PDF file.

    Attributes
    ----------
    content : bytes
    pages : tuple of int
        Pages of each of the HTML pages that it was made of.
    boxes : str
        Letters that no font of this machine has, each once: they are printed as boxes.
    """

    content: bytes
    pages: tuple[int, ...]
    boxes: str


def pdf(pages: Sequence[str], watch: Callable[[int], None] | None = None) -> Pdf:
    """Return one PDF of HTML pages, each with page numbers of its own.

    Parameters
    ----------
    pages : sequence of str
        HTML that needs nothing beside it; at least one.
    watch : callable, optional
        Told, before each page, how many are done.

    Raises
    ------
    NoPdfError
        Where WeasyPrint or Pango is missing.
    """
    weasyprint, fonts = _weasyprint()
    with _missing_letters() as boxes:
        documents: list[Any] = []
        for text in pages:
            if watch is not None:
                watch(len(documents))
            # What a page asks for from elsewhere would be refused; ours ask for nothing.
            page = weasyprint.HTML(string=text, url_fetcher=_nothing)
            documents.append(page.render(font_config=fonts))
        together = documents[0].copy([page for document in documents for page in document.pages])
        content: bytes = together.write_pdf()
    return Pdf(content, tuple(len(document.pages) for document in documents), "".join(sorted(boxes)))


def _weasyprint() -> tuple[Any, Any]:
    try:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
    except ImportError:
        raise NoPdfError(f"WeasyPrint is not installed; {HOW}") from None
    except OSError as error:  # cffi does not find the library
        raise NoPdfError(f"Pango is not on this machine ({str(error).splitlines()[0]}); {HOW}") from None
    return weasyprint, FontConfiguration()


def _nothing(url: str) -> Any:
    raise ValueError(f"{url[:60]} is not fetched: a paper has everything in it")


@contextmanager
def _missing_letters() -> Iterator[set[str]]:
    """Collect the letters that WeasyPrint warns about, and keep its warnings off the terminal."""
    found: set[str] = set()

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "notdef" in str(record.msg) and isinstance(record.args, tuple):
                found.add(str(record.args[0]))

    logger, collect = logging.getLogger("weasyprint"), Collect()
    kept, through = logger.handlers[:], logger.propagate
    logger.handlers[:], logger.propagate = [collect], False
    try:
        yield found
    finally:
        logger.handlers[:], logger.propagate = kept, through
