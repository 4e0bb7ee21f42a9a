"""Other ways to a PDF of the same words. None of theirs is PDF/A-3a and PDF/UA-1,
none is signed, and only WeasyPrint and Chromium keep the letter's look."""

import importlib.util
import io
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from playwright.sync_api import sync_playwright
from weasyprint import CSS, HTML

from consultancy.paper.fetcher import HandedInOnly
from consultancy.paper.job import RenderJob
from consultancy.paper.typeset import STYLES
from go_steps.machine import BROWSERS
from tests.bench._same_words import blocks

Typesetter = Callable[[], bytes]
SIZES = {"h1": 18, "h2": 13, "h3": 11}


@contextmanager
def typesetters(job: RenderJob) -> Iterator[dict[str, Typesetter | None]]:
    """Give each by its name, warm; None where it is not installed."""
    with ExitStack() as stack:
        yield {
            "WeasyPrint alone": lambda: weasyprint_alone(job),
            "typst": typst_alone(job) if there("typst") else None,
            "reportlab": reportlab_alone(job) if there("reportlab") else None,
            "Chromium": stack.enter_context(chromium(job)),
        }


def there(package: str) -> bool:
    return importlib.util.find_spec(package) is not None


def weasyprint_alone(job: RenderJob) -> bytes:
    """The letter as it looks, by the library's plainest call."""
    fetcher = HandedInOnly(job.assets)
    page = HTML(string=job.html, base_url="asset:", url_fetcher=fetcher)
    return page.write_pdf(stylesheets=[CSS(string=sheet) for sheet in sheets(job)])


def sheets(job: RenderJob) -> list[str]:
    return [(STYLES / name).read_text("utf-8") for name in job.stylesheets]


def typst_alone(job: RenderJob) -> Typesetter:
    typst = importlib.import_module("typst")
    lines = []
    for block in blocks(job.html):
        words = json.dumps(block.text, ensure_ascii=False)
        size = SIZES.get(block.tag, 10)
        lines.append(f"#block(text(size: {size}pt, {words}))")
    source = "\n".join(lines).encode()
    return lambda: typst.compile(source)


def reportlab_alone(job: RenderJob) -> Typesetter:
    platypus = importlib.import_module("reportlab.platypus")
    styles = importlib.import_module("reportlab.lib.styles")
    escape = importlib.import_module("xml.sax.saxutils").escape

    def page() -> bytes:
        sheet, told = styles.getSampleStyleSheet(), io.BytesIO()
        looks = {"h1": sheet["Heading1"], "h2": sheet["Heading2"]}
        platypus.SimpleDocTemplate(told).build(
            [
                platypus.Paragraph(
                    escape(block.text), looks.get(block.tag, sheet["BodyText"])
                )
                for block in blocks(job.html)
            ]
        )
        return told.getvalue()

    return page


@contextmanager
def chromium(job: RenderJob) -> Iterator[Typesetter | None]:
    """Give a warm browser that prints the letter with its styles."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        yield None
        return
    style = "".join(f"<style>{sheet}</style>" for sheet in sheets(job))
    html = job.html.replace("</head>", f"{style}</head>")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()

        def printed() -> bytes:
            page.set_content(html)
            return page.pdf(format="A4")

        yield printed
        browser.close()
