"""Parts of the house that commands load only when they need them."""

import importlib
import importlib.util
import os
from collections.abc import Mapping
from typing import Any

import click


def exists(module: str) -> bool:
    """Whether the module is there, without running it (only the ``__init__`` of its packages)."""
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def member(module: str, name: str) -> Any:
    """The member ``name`` of the module; a sentence instead of a trace when the module is missing."""
    if not exists(module):
        message = f"This part is not there yet: {module}"
        raise click.ClickException(message)
    return getattr(importlib.import_module(module), name)


def set_django_up(environment: Mapping[str, str]) -> None:
    """Let this process use models and settings, with the database that ``environment`` names."""
    os.environ.update(environment)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wir.config.settings")
    member("django", "setup")()
