"""What the questionnaires ask; an empty answer was not recorded, which is neither "no" nor "refused"."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wir.monitoring.rules.participations import Participation
from wir.monitoring.rules.vocabulary import ExitState, State


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryAnswers:
    """Answers about the day of entry (Regulation (EU) 2021/1057, Annex I points 1.1 and 1.2).

    ``employment`` is unemployed, inactive or employed; ``unemployed_since`` only with unemployed; ``isced`` 0–8;
    the four voluntary answers are yes, no or refused; ``degurba`` 1–3.
    """

    employment: str = ""
    unemployed_since: date | None = None
    in_education: bool | None = None
    isced: int | None = None
    disability: str = ""
    foreign_background: str = ""
    minority: str = ""
    homeless: str = ""
    degurba: int | None = None


class AnswerProblem(StrEnum):
    """Why answers contradict each other or the calendar."""

    SINCE_WITHOUT_UNEMPLOYED = "since_without_unemployed"
    SINCE_AFTER_ENTRY = "since_after_entry"
    ON_BEFORE_EXIT = "on_before_exit"
    ON_IN_FUTURE = "on_in_future"
    STAY_STILL_OPEN = "stay_still_open"


def problems_of_entry(answers: EntryAnswers, *, entered_on: date) -> list[AnswerProblem]:
    """Return every contradiction in the answers; gaps are none, they make the participation incomplete."""
    if answers.unemployed_since is None:
        return []
    problems = []
    if answers.employment != "unemployed":
        problems.append(AnswerProblem.SINCE_WITHOUT_UNEMPLOYED)
    if answers.unemployed_since > entered_on:
        problems.append(AnswerProblem.SINCE_AFTER_ENTRY)
    return problems


def problems_of_later(on: date, *, exited_on: date | None, today: date) -> list[AnswerProblem]:
    """Return what stands against an answer about a day after leaving."""
    if exited_on is None:
        return [AnswerProblem.STAY_STILL_OPEN]
    problems = []
    if on < exited_on:
        problems.append(AnswerProblem.ON_BEFORE_EXIT)
    if on > today:
        problems.append(AnswerProblem.ON_IN_FUTURE)
    return problems


class Question(StrEnum):
    """Which questionnaire of a participation is wanted."""

    ENTRY = "entry"
    EXIT = "exit"
    FOLLOW_UP = "follow_up"


def question_wanted(derived: Participation) -> Question | None:
    """Return the questionnaire that is wanted first: what blocks every figure before what adds one."""
    if derived.state in (State.INCOMPLETE, State.INVALID):
        return Question.ENTRY
    if derived.exit_state is ExitState.OVERDUE:
        return Question.EXIT
    return Question.FOLLOW_UP if derived.follow_up_due else None
