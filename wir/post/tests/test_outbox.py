from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from smtplib import SMTPRecipientsRefused
from threading import Thread
from typing import Any, ClassVar
from uuid import UUID

import pytest
from click.testing import CliRunner
from django.core import mail
from django.core.mail import send_mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client, override_settings
from django.urls import reverse

from tests.cast import AskAs
from tests.make import make_person
from wir.accounts import actions as accounts
from wir.accounts.models import User
from wir.accounts.rules import SecurityChange
from wir.kit.acting import NOBODY, acting
from wir.kit.mail import OUTBOX
from wir.post import actions, queries, tasks
from wir.post.cli import post
from wir.post.models import Message, MessageContent
from wir.post.rules import MOST_ATTEMPTS, Channel, Failure, MessageState, PostProblem
from wir.post.tests.make import Subject, make_message
from wir.privacy.models import AuditEntry

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LOCMEM = "django.core.mail.backends.locmem.EmailBackend"
WITH_OUTBOX = override_settings(EMAIL_BACKEND=OUTBOX, MAIL_DELIVERY=LOCMEM)


class Refuses(BaseEmailBackend):
    """A server that says no; ``code`` 4xx means for now."""

    code: ClassVar[int] = 550

    def send_messages(self, email_messages: object) -> int:
        raise SMTPRecipientsRefused({"x": (self.code, b"no")})


class Gateway(BaseHTTPRequestHandler):
    """A gateway for text messages on this machine."""

    got: ClassVar[list[tuple[str, dict[str, str]]]] = []
    answer: ClassVar[int] = 202

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.got.append((self.headers["Authorization"], body))
        self.send_response(self.answer)
        self.end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


@pytest.fixture
def gateway() -> Iterator[type[Gateway]]:
    Gateway.got.clear()
    Gateway.answer = 202
    with HTTPServer(("127.0.0.1", 0), Gateway) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        here = f"127.0.0.1:{server.server_port}"
        with override_settings(
            SMS_URL=f"http://{here}/sms",
            SMS_TOKEN="secret",
            OUTGOING_LOOPBACK_FOR_TESTS=frozenset({here}),
        ):
            yield Gateway
        server.shutdown()
        thread.join()


@pytest.fixture
def yusuf(hafen: Any) -> Subject:
    return make_person(hafen, contact_language="ti")


@pytest.fixture
def talk(yusuf: Subject, ada: User, acting_as: AskAs) -> Callable[[], Subject]:
    """Queue a text message, once there is a gateway."""

    def queue() -> Subject:
        with acting_as(ada) as actor:
            message = make_message(yusuf, channel=Channel.SMS, recipient="0171 2345678")
            actions.queue(message=message, now=NOW, actor=actor)
        return yusuf

    return queue


def states(network_id: UUID) -> list[tuple[str, str, int]]:
    with acting(queries.as_sender(network_id)):
        return list(Message.objects.values_list("state", "failure", "attempts"))


@WITH_OUTBOX
def test_a_mail_leaves_in_the_persons_language_and_in_german_and_only_once(
    yusuf: Subject, ada: User, acting_as: AskAs
) -> None:
    message = make_message(yusuf, channel=Channel.MAIL, recipient="yusuf@example.org")
    with acting_as(ada) as actor:
        first = actions.queue(message=message, now=NOW, actor=actor)
        again = actions.queue(message=message, now=NOW, actor=actor)
        assert not MessageContent.objects.exists()  # no advisor reads an address back
        assert AuditEntry.objects.filter(verb="post.message_queued").count() == 1

    assert first == again
    assert actions.send_due(yusuf.network_id, NOW) == 1
    assert actions.send_due(yusuf.network_id, NOW + timedelta(days=1)) == 0
    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.from_email) == (["yusuf@example.org"], "ቆጸራ", "termine@localhost")
    assert "Termin am 25.11.2026 um 14:30 Uhr. Ort: Hafenstraße 1, Raum 3" in str(sent.body)
    assert "Yusuf" not in str(sent.message())
    assert sent.extra_headers["Message-ID"] == f"<{first.pk}@localhost>"
    assert states(yusuf.network_id) == [("sent", "", 1)]


@WITH_OUTBOX
@pytest.mark.parametrize(
    ("asked", "problems"),
    [
        ((Channel.MAIL, "", "Raum 3"), [PostProblem.NO_ADDRESS]),
        ((Channel.SMS, "0171 2345678", "Raum 3"), [PostProblem.NO_WAY]),
        ((Channel.MAIL, "a@example.org", "Asylberatung"), [PostProblem.TELLS_TOO_MUCH]),
        ((Channel.SMS, "später", "Raum 3"), [PostProblem.NO_WAY, PostProblem.NOT_A_NUMBER]),
    ],
)
def test_what_cannot_or_may_not_be_sent_is_refused(
    yusuf: Subject, ada: User, acting_as: AskAs, asked: tuple[Channel, str, str], problems: list[PostProblem]
) -> None:
    channel, recipient, place = asked
    message = make_message(yusuf, channel=channel, recipient=recipient, place=place)
    with acting_as(ada) as actor, pytest.raises(actions.CannotQueue) as refusal:
        actions.queue(message=message, now=NOW, actor=actor)

    assert refusal.value.problems == problems
    assert states(yusuf.network_id) == []


@pytest.mark.usefixtures("gateway")
def test_a_text_message_goes_to_the_gateway_with_a_reference(
    yusuf: Subject, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        message = make_message(yusuf, channel=Channel.SMS, recipient="0171 2345678", language="de")
        written = actions.queue(message=message, now=NOW, actor=actor)

    assert actions.send_due(yusuf.network_id, NOW) == 1
    text = "Termin am 25.11.2026 um 14:30 Uhr. Ort: Hafenstraße 1, Raum 3"
    assert Gateway.got == [
        ("Bearer secret", {"to": "+491712345678", "text": text, "reference": str(written.pk)})
    ]


@pytest.mark.parametrize(("code", "state"), [(503, ("queued", "", 1)), (400, ("failed", "refused", 1))])
def test_a_gateway_in_trouble_is_asked_again_and_one_that_refuses_is_not(
    talk: Callable[[], Subject], gateway: type[Gateway], code: int, state: tuple[str, str, int]
) -> None:
    gateway.answer = code
    yusuf = talk()

    assert actions.send_due(yusuf.network_id, NOW) == 0
    assert states(yusuf.network_id) == [state]


def test_a_server_that_says_not_now_is_asked_with_growing_pauses_until_somebody_has_to_look(
    yusuf: Subject, ada: User, acting_as: AskAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Refuses, "code", 451)
    now = NOW
    with override_settings(EMAIL_BACKEND=OUTBOX, MAIL_DELIVERY=f"{__name__}.Refuses"):
        with acting_as(ada) as actor:
            message = make_message(yusuf, channel=Channel.MAIL, recipient="yusuf@example.org")
            actions.queue(message=message, now=NOW, actor=actor)
        for _ in range(MOST_ATTEMPTS):
            assert actions.send_due(yusuf.network_id, now) == 0
            assert actions.send_due(yusuf.network_id, now + timedelta(seconds=90)) == 0  # not yet
            now += timedelta(hours=3)

    assert states(yusuf.network_id) == [("failed", Failure.REFUSED.value, MOST_ATTEMPTS)]


@WITH_OUTBOX
def test_what_comes_too_late_is_not_sent_and_what_was_called_back_neither(
    yusuf: Subject, ada: User, acting_as: AskAs
) -> None:
    later = NOW + timedelta(hours=2)
    with acting_as(ada) as actor:
        for key in ("late", "back"):
            message = make_message(
                yusuf,
                channel=Channel.MAIL,
                recipient="y@example.org",
                key=key,
                not_before=later,
                until=later + timedelta(hours=1),
            )
            written = actions.queue(message=message, now=NOW, actor=actor)
        assert written.about_id
        assert actions.call_back(about_id=written.about_id, now=NOW, actor=actor) == 1

    assert actions.send_due(yusuf.network_id, NOW) == 0
    assert actions.send_due(yusuf.network_id, later + timedelta(hours=1)) == 0
    assert sorted(states(yusuf.network_id)) == [("called_back", "", 0), ("failed", Failure.TOO_LATE.value, 1)]
    assert mail.outbox == []


@WITH_OUTBOX
def test_a_mail_of_the_sign_in_waits_in_the_outbox_and_leaves_no_secret_behind(db: None) -> None:
    with acting(NOBODY):
        assert send_mail("Neues Kennwort", "https://example.org/geheim", None, ["ada@example.org"]) == 1
        assert not Message.objects.exists()  # nobody reads it back
    assert mail.outbox == []

    assert actions.send_due(None, datetime(2100, 1, 1, tzinfo=UTC)) == 1
    assert [one.body for one in mail.outbox] == ["https://example.org/geheim"]
    with acting(queries.as_sender(None)):
        assert Message.objects.get().state == MessageState.SENT.value
        assert not MessageContent.objects.exists()


@WITH_OUTBOX
def test_what_an_owner_is_told_after_the_commit_needs_no_actor_to_be_kept(
    ada: User, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]]
) -> None:
    with django_capture_on_commit_callbacks(execute=True), acting(NOBODY):
        accounts.tell(user=ada, change=SecurityChange.APP_ADDED, at=NOW)

    with acting(queries.as_sender(None)):
        assert [one.recipient for one in MessageContent.objects.all()] == ["ada@example.org"]


@override_settings(EMAIL_BACKEND=OUTBOX, MAIL_DELIVERY="django.core.mail.backends.dummy.EmailBackend")
def test_a_site_without_a_mail_server_keeps_nothing(db: None) -> None:
    with acting(NOBODY):
        assert send_mail("Betreff", "Text", None, ["ada@example.org"]) == 0
    with acting(queries.as_sender(None)):
        assert not Message.objects.exists()


@WITH_OUTBOX
def test_what_was_sent_is_forgotten_after_thirty_days_and_the_line_after_a_year(
    yusuf: Subject, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        message = make_message(yusuf, channel=Channel.MAIL, recipient="y@example.org")
        actions.queue(message=message, now=NOW, actor=actor)
    actions.send_due(yusuf.network_id, NOW)

    def forget(days: int) -> tuple[int, int]:
        moment = NOW + timedelta(days=days)
        with acting(queries.as_sender(yusuf.network_id)) as sender:
            actions.forget_done(
                network_id=yusuf.network_id,
                contents_before=moment - timedelta(days=30),
                messages_before=moment - tasks.MESSAGES_KEPT,
                actor=sender,
            )
            return MessageContent.objects.count(), Message.objects.count()

    assert [forget(days) for days in (29, 31, 366)] == [(1, 1), (0, 1), (0, 0)]


def test_failed_messages_show_ids_and_reasons_and_are_sent_again(
    yusuf: Subject, ada: User, dora: User, acting_as: AskAs, sign_in: Callable[[User], Client]
) -> None:
    with override_settings(EMAIL_BACKEND=OUTBOX, MAIL_DELIVERY=f"{__name__}.Refuses"):
        with acting_as(ada) as actor:
            message = make_message(yusuf, channel=Channel.MAIL, recipient="yusuf@example.org")
            written = actions.queue(message=message, now=NOW, actor=actor)
        actions.send_due(yusuf.network_id, NOW)
    browser = sign_in(ada)
    listed = CliRunner().invoke(post, ["failed"]).output
    page, overseen = (one.get(reverse("post:failed")).content.decode() for one in (browser, sign_in(dora)))

    assert listed == f"{written.pk}  mail  refused      2026-11-24 09:00\n"
    for text in (page, overseen):
        assert str(written.pk) in text
        assert "Adresse oder Nummer wurde abgelehnt" in text
        assert "yusuf@example.org" not in text
    assert "Noch einmal senden" in page
    assert "Noch einmal senden" not in overseen
    assert "1 Nachricht wurde nicht zugestellt" in browser.get("/").content.decode()
    browser.post(reverse("post:try_again", args=[written.pk]))
    assert states(yusuf.network_id) == [("queued", "", 0)]
    assert CliRunner().invoke(post, ["send"]).output == "1 sent\n"
