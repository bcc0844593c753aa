"""What people's files do when somebody says yes or takes it back: marks are kept, releases end."""

from django.utils.timezone import localdate

from wir.kit.events import on
from wir.people import actions, queries
from wir.privacy.events import ConsentGiven, ConsentWithdrawn
from wir.privacy.rules import Purpose


@on(ConsentGiven)
def keep_marks(event: ConsentGiven) -> None:
    """Keep marks, whichever page the yes was recorded on; the database forgets them when it is taken back."""
    if event.purpose is Purpose.BETWEEN_NETWORKS:
        person = queries.people_for(event.actor).filter(pk=event.subject_id).first()
        if person is not None:
            actions.mark_where_agreed(person=person, today=localdate(), actor=event.actor)


@on(ConsentWithdrawn)
def end_releases(event: ConsentWithdrawn) -> None:
    """Take back what was released of somebody's needs when counselling or health data may no longer be kept."""
    if event.purpose in {Purpose.HEALTH, Purpose.COUNSELLING}:
        person = queries.people_for(event.actor).filter(pk=event.subject_id).first()
        if person is not None:
            actions.withdraw_all_requirements(person=person, today=event.today, actor=event.actor)
