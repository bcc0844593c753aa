"""Does the paper say something else than the law? Then somebody must ask; the tool never overrules either."""

from wir.eligibility.rules.answers import Answer, DecisionMode, MayWork
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.permissions import note_allows
from wir.eligibility.rules.vocabulary import Activity, WorkNote

_AGAINST_YES = frozenset(
    {WorkNote.BESCHAEFTIGUNG_NUR_MIT_ERLAUBNIS, WorkNote.ERWERBSTAETIGKEIT_NICHT_ERLAUBT}
)
_NO_MATTER_OF_THE_PAPER = frozenset({DecisionMode.NOT_EMPLOYMENT, DecisionMode.BARRED_BY_YOUTH_PROTECTION})


def paper_contradicts(answer: Answer, facts: Facts, activity: Activity) -> bool:
    """Whether the side note (Nebenbestimmung, § 4a Abs. 3 AufenthG) says less or more than the statute."""
    note = facts.document_work_note
    if note is None or answer.decision_mode in _NO_MATTER_OF_THE_PAPER:
        return False
    if answer.may_work is MayWork.YES:
        return note in _AGAINST_YES
    if answer.may_work is MayWork.YES_WITH_PERMISSION:
        return note is WorkNote.ERWERBSTAETIGKEIT_NICHT_ERLAUBT
    return answer.may_work is MayWork.NO and note_allows(facts, activity)
