"""Somebody who leads Hafen, and clients that know the secret of an invitation."""

from __future__ import annotations

import pytest

from tests.cast import make_member
from wir.accounts.models import User
from wir.network.models import Project
from wir.network.rules import Role


@pytest.fixture
def hanna(hafen: Project) -> User:
    """Heads Hafen."""
    return make_member("Hanna", Role.PROJECT_LEAD, project=hafen)
