"""Where the official text of a provision stands; the statutes themselves are not part of this product."""

from __future__ import annotations

_SITE = "https://www.gesetze-im-internet.de"
_FOLDERS = {
    "AufenthG": "aufenthg_2004",
    "AsylG": "asylvfg_1992",
    "BeschV": "beschv_2013",
    "AsylbLG": "asylblg",
    "JArbSchG": "jarbschg",
    "MiLoG": "milog",
    "SGB2": "sgb_2",
    "SGB3": "sgb_3",
    "SGB4": "sgb_4",
    "DeuFoeV": "deuf_v",
    "BQFG": "bqfg",
    "BAfoeG": "baf_g",
}
KNOWN_ACTS = frozenset(_FOLDERS)


def official_text(reference: str) -> str:
    """Return the address of the section a reference names; of a Union regulation, of the whole act.

    Raises LookupError for an act that no address is known of.
    """
    act, section, *_ = reference.split(":")
    if act.startswith("VO-"):
        _, year, number = act.split("-")
        return f"https://eur-lex.europa.eu/eli/reg/{year}/{number}/oj"
    if act not in _FOLDERS:
        raise LookupError(f"no address known for {act}")
    return f"{_SITE}/{_FOLDERS[act]}/__{section}.html"
