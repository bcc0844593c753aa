"""What the network does when somebody takes a consent back: access that rests on it ends now."""

from wir.kit.events import on
from wir.network import actions
from wir.privacy.events import ConsentWithdrawn, SharingWithdrawn
from wir.privacy.rules import Purpose


@on(SharingWithdrawn)
def close_what_was_shared(event: SharingWithdrawn) -> None:
    """The receiver sees the file no longer."""
    actions.close_files(
        network_id=event.network_id,
        subject_id=event.subject_id,
        cause=event.cause,
        today=event.today,
        actor=event.actor,
    )


@on(ConsentWithdrawn)
def close_every_grant(event: ConsentWithdrawn) -> None:
    """Without consent to counselling nobody is case team: the notes stay shut, also in the database."""
    if event.purpose is Purpose.COUNSELLING:
        actions.close_files(
            network_id=event.network_id,
            subject_id=event.subject_id,
            cause="",
            today=event.today,
            actor=event.actor,
        )
