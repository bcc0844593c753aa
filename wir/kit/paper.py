"""A page on paper: as PDF where the machine can make one, else the same page to print from the browser.

WeasyPrint needs the library Pango of the operating system; where it is missing nobody loses the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

STYLE = Path(__file__).parent / "static" / "kit" / "paper.css"


def paper(request: HttpRequest, template: str, context: Mapping[str, Any], *, filename: str) -> HttpResponse:
    """Return the template (it extends ``kit/paper.html``) as PDF; ``?form=html`` asks for the printable page.

    ``filename`` bears no name of a person.
    """
    if request.GET.get("form") != "html":
        content = as_pdf(render_to_string(template, {**context, "as_pdf": True}))
        if content is not None:
            response = HttpResponse(content, content_type="application/pdf")
            response["Content-Disposition"] = f'inline; filename="{filename}"'
            return response
    return render(request, template, {**context, "as_pdf": False})


def as_pdf(html: str, *, css: str = "", tagged: bool = True) -> bytes | None:
    """Return the page as PDF, styled by ``css`` or ``kit/paper.css``; None where the machine lacks what that needs.

    ``tagged`` PDF tells screen readers what is a heading and what a table (PDF/UA).
    """
    try:
        # here, not above: without Pango the import itself fails, and it is slow
        press = import_module("weasyprint")
    except (ImportError, OSError):
        return None
    style = press.CSS(string=css or STYLE.read_text("utf-8"))
    document = press.HTML(string=html, url_fetcher=_fetch_nothing)
    content: bytes = document.write_pdf(stylesheets=[style], pdf_tags=tagged)
    return content


def _fetch_nothing(url: str, *_: object, **__: object) -> NoReturn:
    """A page on paper holds all it needs; nothing in it may reach into a network or the disk."""
    raise ValueError("a page on paper refers to nothing outside")
