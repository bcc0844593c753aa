"""Founding from the command line: the first programme office, networks, carriers, sub-projects."""

from __future__ import annotations

from datetime import datetime, timedelta

import click
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from wir.accounts.models import User
from wir.accounts.queries import account_named
from wir.kit.acting import Actor, ActorKind, acting
from wir.network import actions
from wir.network.adapters.mail import mail_invitation
from wir.network.forms import FOUND_PROBLEMS, MEMBER_PROBLEMS
from wir.network.models import Carrier, Network
from wir.network.queries import network_ids
from wir.network.rules import INVITATION_LASTS, Position, Role, SecondFactorFor, WorksFor

MACHINE = Actor(kind=ActorKind.JOB)


class Address(click.ParamType[str]):
    """An e-mail address."""

    name = "email"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            validate_email(value)
        except ValidationError:
            self.fail(f"„{value}“ ist keine E-Mail-Adresse, zum Beispiel name@example.org.", param, ctx)
        return value.strip().lower()


@click.group()
def user() -> None:
    """Accounts: the first of them, and help for who has no other."""


@user.command(name="create-office")
@click.option("--email", type=Address(), required=True, help="Who works in the programme office.")
def create_office(email: str) -> None:
    """Invite somebody to the programme office; prints the link, or sends it where mail is set up."""
    with override("de"), acting(MACHINE):
        try:
            issued = actions.invite(
                email=email,
                position=Position(Role.PROGRAMME_OFFICE),
                carrier_id=None,
                works_for=WorksFor.PROGRAMME,
                now=timezone.now(),
                actor=MACHINE,
            )
        except actions.CannotInvite as refusal:
            raise _refused([str(MEMBER_PROBLEMS[problem]) for problem in refusal.problems]) from None
        _tell(issued)


@user.command(name="reset-link")
@click.option("--email", type=Address(), required=True, help="Whose password was forgotten.")
def reset_link(email: str) -> None:
    """Print a link with which somebody sets a new password; good once, for a day."""
    member = _account(email)
    with acting(MACHINE):
        parts = actions.issue_reset_link(member=member, today=timezone.localdate(), actor=MACHINE)
    click.echo(settings.SITE_ADDRESS + reverse("account_reset_password_from_key", args=parts))


@user.command(name="reset-second-factor")
@click.option("--email", type=Address(), required=True, help="Whose telephone or key was lost.")
def reset_second_factor(email: str) -> None:
    """Remove a lost second factor; make sure first that the person is who they say."""
    with acting(MACHINE):
        removed = actions.remove_second_factor(member=_account(email), now=timezone.now(), actor=MACHINE)
    click.echo(f"{removed} entfernt; bei der nächsten Anmeldung wird ein neuer zweiter Faktor eingerichtet.")


@user.command(name="sign-out")
@click.option("--email", type=Address(), required=True, help="Whose sessions end, on every device.")
def sign_out(email: str) -> None:
    """Sign somebody out everywhere, for example when a device was stolen; the account stays open."""
    with acting(MACHINE):
        ended = actions.sign_member_out(member=_account(email), now=timezone.now(), actor=MACHINE)
    click.echo(f"{ended} Sitzungen beendet.")


@click.group()
def network() -> None:
    """Found networks, add carriers and sub-projects."""


@network.command(name="found")
@click.option("--name", required=True, help="Name of the network.")
@click.option("--prefix", required=True, help="Letters before its case numbers, for example NORD.")
@click.option("--grant", "grant_number", required=True, help="Number of the grant.")
@click.option("--funded-from", type=click.DateTime(["%Y-%m-%d"]), required=True, help="First day of funding.")
@click.option("--funded-to", type=click.DateTime(["%Y-%m-%d"]), required=True, help="Last day of funding.")
@click.option("--coordinator-email", type=Address(), required=True, help="Who coordinates it.")
@click.option(
    "--second-factor",
    type=click.Choice([policy.value for policy in SecondFactorFor]),
    default=SecondFactorFor.EVERYBODY.value,
    show_default=True,
    help="Who needs one to sign in.",
)
def found(
    *,
    name: str,
    prefix: str,
    grant_number: str,
    funded_from: datetime,
    funded_to: datetime,
    coordinator_email: str,
    second_factor: str,
) -> None:
    """Found a network and invite its first coordinator; prints the link, or sends it where mail is set up."""
    with override("de"), acting(MACHINE):
        try:
            founded = actions.open_network(
                name=name,
                prefix=prefix,
                grant_number=grant_number,
                funded_from=funded_from.date(),
                funded_until=funded_to.date() + timedelta(days=1),
                coordinator_email=coordinator_email,
                second_factor=SecondFactorFor(second_factor),
                now=timezone.now(),
                actor=MACHINE,
            )
        except actions.CannotFound as refusal:
            raise _not_founded(refusal) from None
        click.echo(f"Das Netzwerk „{name}“ ist angelegt.")
        _tell(founded.invitation)


@network.command(name="add-carrier")
@click.option("--network", "prefix", required=True, help="Letters of the network, for example NORD.")
@click.option("--name", required=True, help="Name of the carrier.")
def add_carrier(prefix: str, name: str) -> None:
    """Add a carrier to a network."""
    home, actor = _network(prefix)
    with override("de"), acting(actor):
        try:
            actions.open_carrier(network=home, name=name, actor=actor)
        except actions.CannotFound as refusal:
            raise _not_founded(refusal) from None
    click.echo(f"Der Träger „{name}“ ist angelegt.")


@network.command(name="add-project")
@click.option("--network", "prefix", required=True, help="Letters of the network, for example NORD.")
@click.option("--carrier", "carrier_name", required=True, help="Name of the carrier.")
@click.option("--name", required=True, help="Name of the sub-project.")
@click.option("--slug", default="", help="Short name for commands; made of the name when left out.")
@click.option("--postcode", default="", help="Where it works.")
@click.option("--place", default="", help="Where it works.")
def add_project(*, prefix: str, carrier_name: str, name: str, slug: str, postcode: str, place: str) -> None:
    """Add a sub-project to a carrier."""
    home, actor = _network(prefix)
    with override("de"), acting(actor):
        carrier = Carrier.objects.filter(network=home, name=carrier_name).select_related("network").first()
        if carrier is None:
            raise click.ClickException(f"--carrier: Kein Träger dieses Netzwerks heißt „{carrier_name}“.")
        try:
            project = actions.add_place(
                carrier=carrier, name=name, slug=slug, postcode=postcode, place=place, actor=actor
            )
        except actions.CannotFound as refusal:
            raise _not_founded(refusal) from None
    click.echo(f"Das Teilprojekt „{name}“ ist angelegt, sein Kurzname ist {project.slug}.")


def _account(email: str) -> User:
    member = account_named(email)
    if member is None or not member.is_active:
        raise click.ClickException(f"--email: Zu „{email}“ gibt es keinen eingeschalteten Zugang.")
    return member


def _network(prefix: str) -> tuple[Network, Actor]:
    """Find a network as the machine, network by network: nothing sees them all at once."""
    for network_id in network_ids():
        actor = actions.as_network_job(network_id)
        with acting(actor):
            found_one = Network.objects.filter(pk=network_id, prefix=prefix).first()
        if found_one is not None:
            return found_one, actor
    raise click.ClickException(f"--network: Kein Netzwerk hat die Buchstaben „{prefix}“.")


def _tell(issued: actions.Issued) -> None:
    link = settings.SITE_ADDRESS + reverse("network:accept", args=[issued.token])
    email, days = issued.invitation.email, INVITATION_LASTS.days
    if mail_invitation(email=email, url=link, days=days):
        click.echo(f"Die Einladung ist per E-Mail an {email} unterwegs.")
    else:
        click.echo(f"Einladung für {email}, gilt einmal, {days} Tage lang:\n{link}")


def _not_founded(refusal: actions.CannotFound) -> click.ClickException:
    return _refused([str(FOUND_PROBLEMS[problem][1]) for problem in refusal.problems])


def _refused(sentences: list[str]) -> click.ClickException:
    return click.ClickException(" ".join(sentences))
