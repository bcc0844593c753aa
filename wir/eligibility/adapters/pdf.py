"""A sheet about the answer as PDF, in a style of its own: one page."""

from __future__ import annotations

from importlib.resources import files

from wir.kit import paper


def as_pdf(html: str) -> bytes | None:
    """Return the PDF; None where the machine lacks Pango, then the page itself is to be printed."""
    style = files("wir.eligibility.data").joinpath("sheet.css").read_text("utf-8")
    return paper.as_pdf(html, css=style, tagged=False)
