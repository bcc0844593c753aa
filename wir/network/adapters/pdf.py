"""Documents on paper: HTML to PDF by WeasyPrint, which fetches nothing from anywhere."""

from __future__ import annotations

from importlib import import_module
from typing import NoReturn

PAPER = """
@page { size: A4; margin: 22mm 20mm }
@page { @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif } }
body { font: 10pt/1.45 "Noto Sans", sans-serif; }
h1 { font-size: 16pt; line-height: 1.25; } h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid; }
table { border-collapse: collapse; width: 100%; margin: 2mm 0; }
th, td { border: 0.3pt solid #555; padding: 1.2mm 1.8mm; text-align: start; vertical-align: top; }
.kern-sr-only { display: none; }
tr { break-inside: avoid; }
"""


class NoPaper(Exception):
    """This machine cannot make PDF: the library's parts (pango) are missing; the HTML page prints as well."""


def as_pdf(html: str) -> bytes:
    """Return the HTML as PDF; raises NoPaper where the machine lacks what that needs."""
    try:
        weasyprint = import_module("weasyprint")
    except (ImportError, OSError) as missing:
        raise NoPaper from missing
    made = weasyprint.HTML(string=html, url_fetcher=_nothing).write_pdf(
        stylesheets=[weasyprint.CSS(string=PAPER)]
    )
    return bytes(made)


def _nothing(url: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"a document refers to nothing outside: {url[:40]}")
