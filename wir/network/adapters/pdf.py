"""Documents on paper, in a style of their own: contracts and assessments."""

from __future__ import annotations

from wir.kit import paper

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
    made = paper.as_pdf(html, css=PAPER, tagged=False)
    if made is None:
        raise NoPaper
    return made
