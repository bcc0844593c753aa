"""Result indicators: EECR01–04 within 28 days of leaving, EECR05–06 six months after."""

from collections.abc import Iterator
from datetime import date, timedelta

from wir.monitoring.rules.profiles import Profile, later_by_months
from wir.monitoring.rules.records import FollowUp, Record, StatusEvent
from wir.monitoring.rules.traces import Trace
from wir.monitoring.rules.vocabulary import Employment, ExitState, Improvement, Indicator

NOT_IN_WORK = (Employment.UNEMPLOYED, Employment.INACTIVE)
SEEKING = (Employment.UNEMPLOYED, Employment.JOB_SEEKING)
# A pay rise or self-employment alone is no improvement (esf.md 1.6).
COUNTING = (
    Improvement.PRECARIOUS_TO_STABLE,
    Improvement.UNDEREMPLOYMENT_TO_FULL,
    Improvement.HIGHER_COMPETENCE_JOB,
    Improvement.PROMOTION,
)


def window_ends_on(left_on: date, profile: Profile) -> date:
    """Return the last day of the window after exit; from that day on its results are final."""
    try:
        return left_on + timedelta(days=profile.window_days)
    except OverflowError:
        return date.max


def follow_up_on(left_on: date, profile: Profile) -> date:
    """Return the day the follow-up asks about: six calendar months after exit."""
    return later_by_months(left_on, profile.follow_up_months)


def status_on_leaving(last: Record, *, profile: Profile) -> StatusEvent | None:
    """Return the last status dated within the window, even an unknown one; of one day the last one listed."""
    if last.left_on is None:
        return None
    end = window_ends_on(last.left_on, profile)
    inside = [event for event in last.exit_events if last.left_on <= event.on <= end]
    return max(reversed(inside), key=lambda event: event.on, default=None)


def exit_state(last: Record, *, profile: Profile, as_of: date) -> ExitState:
    """Return where the results on leaving stand for the stay that began last."""
    if last.left_on is None:
        return ExitState.OPEN
    if window_ends_on(last.left_on, profile) > as_of:
        return ExitState.PROVISIONAL
    event = status_on_leaving(last, profile=profile)
    return ExitState.OVERDUE if event is None or event.status is None else ExitState.FINAL


def results_on_leaving(first: Record, last: Record, *, profile: Profile) -> tuple[Trace, ...]:
    """Return EECR01–04 as the window shows them, whether or not it is over yet."""
    if last.left_on is None:
        return ()
    end = window_ends_on(last.left_on, profile)
    return (*_of_status(first, last, profile), *_of_education(first, last, end))


def _of_status(first: Record, last: Record, profile: Profile) -> Iterator[Trace]:
    event = status_on_leaving(last, profile=profile)
    if event is None or event.status is None or last.left_on is None or first.status is None:
        return
    facts = {"at_entry": first.status.value, "status": event.status.value}
    if first.status == Employment.INACTIVE and event.status in SEEKING:
        yield Trace.of(Indicator.EECR01, **facts, on=event.on, left_on=last.left_on)
    if first.status in NOT_IN_WORK and event.status == Employment.EMPLOYED:
        yield Trace.of(Indicator.EECR04, **facts, on=event.on, left_on=last.left_on)


def _of_education(first: Record, last: Record, end: date) -> Iterator[Trace]:
    started_on = last.education_started_on
    # Started after entry: whoever goes on with the same school has not begun anything.
    if last.in_education_in_window and started_on is not None and first.entered_on < started_on <= end:
        yield Trace.of(Indicator.EECR02, started_on=started_on, window_ends_on=end)
    gained = last.qualification
    if gained is not None and gained.certified and first.entered_on <= gained.on <= end:
        yield Trace.of(Indicator.EECR03, awarded_on=gained.on, window_ends_on=end)


def early_answer(last: Record, *, profile: Profile) -> tuple[Trace, ...]:
    """Return V-FU6-EARLY if the follow-up answer describes a day before the six months were over."""
    if last.left_on is None or last.follow_up is None:
        return ()
    due_on = follow_up_on(last.left_on, profile)
    if last.follow_up.on >= due_on:
        return ()
    return (Trace.of("V-FU6-EARLY", on=last.follow_up.on, due_on=due_on),)


def usable_answer(last: Record, *, profile: Profile, as_of: date) -> FollowUp | None:
    """Return the answer if it describes a day between six months after exit and the reporting day."""
    answer = last.follow_up
    if last.left_on is None or answer is None:
        return None
    return answer if follow_up_on(last.left_on, profile) <= answer.on <= as_of else None


def results_after_six_months(
    first: Record, last: Record, *, profile: Profile, as_of: date
) -> tuple[Trace, ...]:
    """Return EECR05 or EECR06 from a usable answer; independent of what the window showed."""
    answer = usable_answer(last, profile=profile, as_of=as_of)
    if answer is None:
        return ()
    if first.status in NOT_IN_WORK and answer.status == Employment.EMPLOYED:
        return (Trace.of(Indicator.EECR05, at_entry=first.status.value, on=answer.on),)
    better = [improvement for improvement in COUNTING if improvement in answer.improvements]
    # Every improvement that counts is one in a job; whoever is known to be out of work has none.
    at_work = answer.status in (Employment.EMPLOYED, None)
    if first.status == Employment.EMPLOYED and better and at_work:
        return (Trace.of(Indicator.EECR06, improvements=" ".join(better), on=answer.on),)
    return ()
