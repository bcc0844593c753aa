"""Messages are queued with what caused them, and sent by a job afterwards."""

from wir.post.actions.delivery import claim_due, deliver, forget_done, try_again
from wir.post.actions.queueing import CannotQueue, NewMessage, call_back, queue, queue_mail
from wir.post.actions.sending import send_due

__all__ = [
    "CannotQueue",
    "NewMessage",
    "call_back",
    "claim_due",
    "deliver",
    "forget_done",
    "queue",
    "queue_mail",
    "send_due",
    "try_again",
]
