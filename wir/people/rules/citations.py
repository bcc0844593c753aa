"""References to law as people read them."""

_ACT_NAMES = {"SGB2": "SGB II", "SGB3": "SGB III", "SGB4": "SGB IV", "DeuFoeV": "DeuFöV", "BAfoeG": "BAföG"}
_LEVELS = ("Abs.", "S.", "Nr.")


def cited(reference: str) -> str:
    """Return a reference in the grammar of the eligibility schema as German law is cited.

    ``AufenthG:25:2:1`` gives ``§ 25 Abs. 2 S. 1 AufenthG``; a Union regulation is cited by article.
    """
    act, *path = reference.split(":")
    if not path:
        return reference
    if act.startswith("VO-"):
        _, year, number = act.split("-")
        return " ".join([f"Art. {path[0]}", *_levels(path[1:]), f"VO (EU) {year}/{number}"])
    section = path[0]
    return " ".join([f"§ {section}", *_levels(path[1:]), _ACT_NAMES.get(act, act)])


def _levels(path: list[str]) -> list[str]:
    words = []
    for name, value in zip(_LEVELS, path, strict=False):
        if value != "-":
            words.append(f"{name} {value}")
    if len(path) > len(_LEVELS):
        words.append(f"Buchst. {path[len(_LEVELS)]}")
    return words
