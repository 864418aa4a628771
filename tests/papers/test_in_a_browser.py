"""The report in a real browser, where there is one."""

import os
import re
import shutil
import subprocess

import pytest

from korridor.papers.orders import write_orders
from korridor.papers.report import write_report
from tests.pictures.convoys import plan
from tests.pictures.located import located_town

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None
)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on the path")

FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
         "--disable-component-update", "--virtual-time-budget=20000", "--enable-logging=stderr", "--v=0",
         # No name resolves: whatever the page asked for from elsewhere would fail and be logged.
         "--host-resolver-rules=MAP * ~NOTFOUND")  # fmt: skip


def seen(folder, zone):
    """The page as it stands after its scripts have run, and what the browser complained of."""
    done = subprocess.run(
        [BROWSER, *FLAGS, f"--user-data-dir={folder / ('profile' + zone.replace('/', '-'))}", "--dump-dom",
         (folder / "report.html").as_uri()],
        capture_output=True, text=True, timeout=120, env={**os.environ, "TZ": zone},
    )  # fmt: skip
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("report")
    write_report(plan(operation=located_town()), made)
    return made


@pytest.fixture(scope="module")
def tokyo(folder):
    return seen(folder, "Asia/Tokyo")


def test_every_picture_is_drawn(tokyo):
    """The scripts draw all pictures, under the page's own ban on everything from outside, without complaint."""
    page, complaints = tokyo
    assert complaints == []
    assert page.count('data-drawn="yes"') == 5
    assert page.count('<img src="data:image') == 0


def test_the_browser_s_time_zone_plays_no_part(folder, tokyo):
    """What is drawn in Tokyo is what is drawn in Los Angeles: the operation's own time."""

    def words(page):
        return re.findall(r"<text[^>]*>([^<]*)</text>", page)

    elsewhere, _ = seen(folder, "America/Los_Angeles")
    assert words(elsewhere) == words(tokyo[0])
    assert "opens 14:00" in words(elsewhere)


def test_a_browser_prints_a_page_an_order(tmp_path):
    """Without WeasyPrint the HTML is printed from a browser: one page for each order, its number at the foot."""
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 reads the PDFs")
    printed = write_orders(plan(3), tmp_path)
    made = tmp_path / "from-a-browser.pdf"
    subprocess.run(
        [BROWSER, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--no-pdf-header-footer",
         f"--print-to-pdf={made}", printed.files[0].as_uri()],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    pages = [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(made)]
    numbers = [f"15-M{movement.rank + 1:03d}" for movement in plan(3).movements if movement.loaded]
    assert len(pages) == len(numbers) == 3
    assert all(f"{number} · Internal edition" in page for number, page in zip(numbers, pages, strict=True))
