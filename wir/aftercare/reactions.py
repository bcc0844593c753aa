"""What aftercare does when placement announces something."""

from wir.aftercare import actions
from wir.kit.events import on
from wir.placement.events import SpellEnded, SpellStarted


@on(SpellStarted)
def plan_check_ins(event: SpellStarted) -> None:
    """Whoever begins something is asked how it goes, to keep it."""
    actions.plan_check_ins(spell_id=event.spell_id, actor=event.actor)


@on(SpellEnded)
def cancel_check_ins(event: SpellEnded) -> None:
    """After the end there is nothing left to ask about."""
    actions.cancel_check_ins(spell_id=event.spell_id, ends_on=event.ends_on, actor=event.actor)
