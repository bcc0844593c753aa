"""A page of ours as PDF (WeasyPrint); nothing is fetched, so nothing about the person leaves the house."""

from __future__ import annotations

from importlib import import_module
from importlib.resources import files
from typing import NoReturn


def as_pdf(html: str) -> bytes | None:
    """Return the PDF; None where the machine lacks Pango, then the page itself is to be printed."""
    try:
        weasyprint = import_module("weasyprint")
    except (ImportError, OSError):
        return None
    style = files("wir.eligibility.data").joinpath("sheet.css").read_text("utf-8")
    page = weasyprint.HTML(string=html, url_fetcher=_fetch_nothing)
    content: bytes = page.write_pdf(stylesheets=[weasyprint.CSS(string=style)])
    return content


def _fetch_nothing(url: str, *_more: object, **_options: object) -> NoReturn:
    raise ValueError(f"a sheet fetches nothing, not {url}")
