"""Who you are. What you may do follows from memberships and grants (``network``)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from wir.kit.ids import new_id
from wir.kit.purposes import personal


class UserManager(BaseUserManager["User"]):
    """Makes users; an address is the same however it is capitalised."""

    def create_user(self, email: str, password: str | None = None, **extra: Any) -> User:
        """Create somebody who can sign in with this address."""
        user = self.model(email=email.strip().lower(), **extra)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """Find by address, as the sign-in does."""
        return self.get(email__iexact=(username or "").strip())


class User(AbstractBaseUser):
    """Somebody who signs in; staff today, participants later."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = personal(models.EmailField(unique=True), "security")
    name = personal(models.CharField(max_length=120), "security")
    languages = personal(ArrayField(models.CharField(max_length=10), default=list, blank=True), "counselling")
    """Languages in which this person can counsel, by code of ``kit.languages``."""
    mail_language = personal(models.CharField(max_length=10, default="de", db_default="de"), "security")
    """Language of mails to this person, by code of Django's ``LANGUAGES``; a letter has no reader's cookie to ask."""
    is_active = personal(models.BooleanField(default=True), "security")
    created_at = models.DateTimeField(auto_now_add=True)

    password = personal(models.CharField("password", max_length=128), "security")
    last_login = personal(models.DateTimeField("last login", blank=True, null=True), "security")

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_is_lower"),
        ]

    def __str__(self) -> str:
        return f"user {self.pk}"

    def get_full_name(self) -> str:
        """Return the name colleagues see."""
        return self.name

    def get_short_name(self) -> str:
        """Return the name colleagues see."""
        return self.name

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """No permission beside memberships and grants."""
        return False

    def has_perms(self, perms: list[str], obj: object = None) -> bool:
        """No permission beside memberships and grants."""
        return not perms

    def has_module_perms(self, app_label: str) -> bool:
        """No permission beside memberships and grants."""
        return False
