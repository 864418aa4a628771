"""March orders and movement table as files."""

import re
import sys

import pytest

from korridor.operation.march_orders import MarchOrders
from korridor.operation.source import Provenance
from korridor.operation.truce import WhenBroken
from korridor.papers import pdf as pdf_room
from korridor.papers.orders import Paper, write_orders
from korridor.papers.pdf import NoPdfError, pdf
from korridor.papers.plan_mark import plan_mark
from tests.papers.small_plan import made
from tests.pictures.convoys import days, plan, round_robin, town
from tests.plain.clockwork import run

pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 reads the PDFs")


@pytest.fixture(autouse=True, scope="module")
def _pango():
    try:
        pdf(["<p>a</p>"])
    except NoPdfError as error:
        pytest.skip(str(error))


def texts(path):
    """The text of each page of a PDF."""
    document = pdfium.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    return write_orders(plan(7), tmp_path_factory.mktemp("orders"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return write_orders(plan(), tmp_path_factory.mktemp("whole"))


def test_four_files_are_written(printed):
    """HTML and PDF of the orders and of the table stand in the folder, and nothing else does."""
    names = ["march-orders.html", "movement-table.html", "march-orders.pdf", "movement-table.pdf"]
    assert [path.name for path in printed.files] == names
    assert sorted(path.name for path in printed.files[0].parent.iterdir()) == sorted(names)
    assert (printed.orders, printed.order_pages, printed.no_pdf, printed.boxes) == (7, 7, "", "")


def test_each_order_is_one_page_with_its_number(printed):
    """A page an order; number, times, people, edition, plan and "page 1 of 1" stand on it."""
    pages = texts(printed.files[2])
    loaded = [movement for movement in days(7) if movement.loaded]
    assert len(pages) == len(loaded)
    mark = plan_mark(plan(7))
    for movement, text in zip(loaded, pages, strict=True):
        number = f"15-M{movement.rank + 1:03d}"
        assert text.startswith(number)
        assert f"{number} · Internal edition · plan {mark}" in text
        assert "page 1 of 1" in text
        assert f"{movement.persons:,}" in text
        assert "Equal counts do not show that the same people arrived" in text.replace("\n", " ")
        assert "Planned numbers are no limit on who may come" in text.replace("\n", " ")


def test_letter_has_a_page_an_order_too(tmp_path):
    """The sheet that is shorter than A4 holds an order all the same."""
    letter = write_orders(plan(3), tmp_path, Paper.LETTER)
    assert (letter.orders, letter.order_pages) == (3, 3)
    page = pdfium.PdfDocument(letter.files[2])[0]
    assert (round(page.get_width()), round(page.get_height())) == (612, 792)


def test_no_letter_is_smaller_than_eleven_points(printed):
    """What is read in a dark cab is 11 pt at least, the foot of the page too."""
    text = pdfium.PdfDocument(printed.files[2])[0].get_textpage()
    sizes = [pdfium.raw.FPDFText_GetFontSize(text, index) for index in range(text.count_chars())]
    sizes = [size for size, letter in zip(sizes, text.get_text_range(), strict=False) if letter.strip()]
    assert len(sizes) > 1000 and min(sizes) > 10.9


def test_the_table_repeats_its_head_on_each_page(whole):
    """Across, with the head on every page, every movement on some page, and "page n of all"."""
    pages = texts(whole.files[3])
    assert len(pages) == whole.table_pages > 2
    for index, text in enumerate(pages):
        assert "checkpoint in" in text
        assert f"page {index + 1} of {len(pages)}" in text
        assert "Internal edition" in text
    together = "".join(pages)
    assert all(f"M{movement.rank + 1:03d}" in together for movement in days())
    table = pdfium.PdfDocument(whole.files[3])[0]
    assert table.get_width() > table.get_height()


def test_a_row_is_not_cut_in_two(whole):
    """No row of the table ends on the page after the one that it begins on."""
    pages = texts(whole.files[3])
    numbers = [re.findall(r"\d\d-M\d{3}", text) for text in pages]
    assert sum(map(len, numbers)) == len(days())
    for text in pages[1:]:
        after_the_head = text.split("people\n", 1)[1].lstrip()
        assert re.match(r"\d\d-M\d{3}|[A-Z][a-z]{2} \d+ [A-Z][a-z]{2} \d{4}|Empty movements", after_the_head)


def test_what_the_file_says_stands_on_the_sheet(tmp_path):
    """Radio, control room and the truce's rule are printed with their source; then nothing is left to mark."""
    filled = town(
        orders=MarchOrders(
            radio="channel 4", control_room="Citadel, channel 1", counts_to="ICRC post, Rashideen"
        ),
        truce=town().truce.model_copy(update={"when_broken": WhenBroken.BACK}),
        sources=(
            Provenance(path="truce.when_broken", value="back", source="annex 2"),
            Provenance(path="orders.radio", value="channel 4", assumed=True),
        ),
    )
    movements = run(filled, round_robin(2))
    printed = write_orders(plan(2, operation=filled, movements=movements), tmp_path)
    text = texts(printed.files[2])[0].replace("\n", " ")
    assert "channel 4 [our assumption]" in text
    assert "Citadel, channel 1" in text and "report to ICRC post, Rashideen" in text
    assert "turn back to Ramouseh. [annex 2]" in text
    assert "not established" not in text and "Decided by" not in text


def test_what_nobody_established_is_a_blank(printed):
    """Without words in the file the sheet says not established, offers three choices, and asks who decided."""
    text = texts(printed.files[2])[0].replace("\n", " ")
    assert "not established; mark one before departure" in text and "Decided by (post):" in text


def test_names_from_right_to_left_have_letters(tmp_path):
    """Arabic and Cyrillic names reach the page as letters, or the program says which ones are boxes."""
    arabic, cyrillic = "ساحة السكري", "Автопарк"
    renamed = renamed_town({"Sukkari square": arabic, "Last government post": cyrillic})
    printed = write_orders(renamed, tmp_path)
    text = "".join(texts(printed.files[2]))
    assert printed.boxes or cyrillic in text
    html = printed.files[0].read_text(encoding="utf-8")
    assert f'<bdi dir="auto">{arabic}</bdi>' in html and f"\u2068{arabic}\u2069" in html


def test_letters_without_a_font_are_named(tmp_path):
    """A script for which this machine has no font is told, letter by letter, and not printed as boxes in silence."""
    printed = write_orders(renamed_town({"Last government post": "\U000e0f00\U00016d40"}), tmp_path)
    assert set(printed.boxes) >= {"\U00016d40"}


def renamed_town(names):
    """A short plan of the town with some of its places called otherwise."""
    text = plan(3).model_dump_json()
    for old, new in names.items():
        text = text.replace(old, new)
    return type(plan(3)).model_validate_json(text)


def test_without_pango_the_html_is_written_and_the_old_pdf_named(tmp_path, monkeypatch):
    """On a machine without WeasyPrint the HTML is written; why there is no PDF is said, and an old one is pointed at."""
    first = write_orders(plan(3), tmp_path)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    again = write_orders(plan(2), tmp_path)
    assert [path.name for path in again.files] == ["march-orders.html", "movement-table.html"]
    assert again.no_pdf == f"WeasyPrint is not installed; {pdf_room.HOW}"
    assert again.outdated == first.files[2:]
    assert (again.orders, again.order_pages, again.table_pages) == (2, None, None)


def test_an_operation_without_dates_is_printed_too(tmp_path):
    """Times count from the start where there is no date."""
    text = texts(write_orders(made(), tmp_path).files[2])[0]
    assert text.startswith("D1-M001") and "times count from the start" in text


def test_the_word_is_not_printed(tmp_path):
    """X4's word does not reach a sheet by way of a file's names."""
    word = "Volun" + "tary crossing"
    printed = write_orders(renamed_town({"Last government post": word}), tmp_path)
    for path in printed.files[:2]:
        assert word[:8] not in path.read_text(encoding="utf-8")
    assert all(word[:8] not in text for path in printed.files[2:] for text in texts(path))


def test_pages_load_nothing(printed):
    """No sheet asks for anything but what is in it."""
    for path in printed.files[:2]:
        html = path.read_text(encoding="utf-8")
        assert "url(" not in html and "src=" not in html and "http://" not in html and "https://" not in html
        assert "default-src 'none'" in html
