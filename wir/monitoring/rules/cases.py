"""The interchange format: one case in, one answer out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from wir.monitoring.rules.entities import Support, total_entities
from wir.monitoring.rules.fields import Broken, Fields
from wir.monitoring.rules.participations import Participation, derive
from wir.monitoring.rules.profiles import PROFILES
from wir.monitoring.rules.records import Record
from wir.monitoring.rules.samples import sample_size
from wir.monitoring.rules.totals import total

Answer = dict[str, object]


def assess(case: object) -> Answer:
    """Return the answer to one case of ``esf assess``; refuse with ``Broken`` what does not fit."""
    kind = case.get("kind", "participants") if isinstance(case, Mapping) else "participants"
    if not isinstance(kind, str) or kind not in KINDS:
        raise Broken("kind", kind, "one of " + ", ".join(KINDS))
    return KINDS[kind](case)


def _participants(case: object) -> Answer:
    fields = Fields.of(case, required=("id", "profile", "as_of", "records"), optional=("kind",))
    identifier = fields.text("id", least=1)
    profile, as_of = PROFILES[_profile(fields)], fields.day("as_of")
    groups: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in fields.each("records", _record):
        groups[record.person, record.operation].append(record)
    people = [derive(records, profile=profile, as_of=as_of) for records in groups.values()]
    return {"id": identifier, "persons": _by_key(people), "totals": total(people).as_json()}


def _profile(fields: Fields) -> str:
    code = fields.text("profile")
    if code not in PROFILES:
        raise fields.wrong("profile", "one of " + ", ".join(PROFILES))
    return code


def _record(raw: object, path: str) -> Record:
    return Record.from_json(_object(raw, path), path)


def _support(raw: object, path: str) -> Support:
    return Support.from_json(_object(raw, path), path)


def _object(raw: object, path: str) -> Mapping[str, object]:
    if not isinstance(raw, Mapping):
        raise Broken(path, raw, "an object")
    return raw


def _by_key(people: Iterable[Participation]) -> Answer:
    """Name each participation by its person, and by person and operation where there are several."""
    by_person: defaultdict[str, list[Participation]] = defaultdict(list)
    for one in people:
        by_person[one.person].append(one)
    return {
        one.person if len(several) == 1 else f"{one.person}@{one.operation}": {
            "state": one.state.value,
            "indicators": list(one.indicators),
            "codes": list(one.codes),
        }
        for several in by_person.values()
        for one in several
    }


def _entities(case: object) -> Answer:
    fields = Fields.of(case, required=("id", "kind", "profile", "as_of", "records"))
    identifier = fields.text("id", least=1)
    _profile(fields)
    fields.day("as_of")
    counts = total_entities(fields.each("records", _support))
    return {
        "id": identifier,
        "persons": {},
        "totals": {indicator: {"total": count} for indicator, count in counts.items()},
    }


def _sample(case: object) -> Answer:
    fields = Fields.of(case, required=("id", "kind", "population"))
    identifier = fields.text("id", least=1)
    sizes = {str(size): sample_size(size) for size in fields.each("population", _population)}
    return {"id": identifier, "sample": {"infinite": sample_size(), "n": sizes}}


def _population(raw: object, path: str) -> int:
    return Fields({path: raw}).whole(path, least=1)


KINDS: dict[str, Callable[[object], Answer]] = {
    "participants": _participants,
    "entities": _entities,
    "sample": _sample,
}
