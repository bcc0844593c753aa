"""How the site speaks with PostgreSQL; everything that differs between machines comes from the environment."""

from collections.abc import Mapping
from typing import Any

from psycopg.conninfo import conninfo_to_dict


def database_from(environment: Mapping[str, str]) -> dict[str, Any]:
    """The app role's address, unless a command of the operator asks to work as the owner."""
    name = "DATABASE_OWNER_URL" if environment.get("WIR_DB_ROLE") == "owner" else "DATABASE_URL"
    parts = conninfo_to_dict(environment.get(name, "postgresql:///wir"))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.get("dbname", "wir"),
        "HOST": parts.get("host", ""),
        "PORT": str(parts.get("port", "")),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": {
            "client_encoding": "UTF8",
            "server_side_binding": True,
            "prepare_threshold": 2,
            **_time_limits(environment),
        },
    }


def _time_limits(environment: Mapping[str, str]) -> dict[str, str]:
    """How long the web role's statements, locks and idle transactions may last; commands and jobs take their time.

    ``WIR_DB_LIMITS`` names three numbers of seconds; ``wir.config.wsgi`` sets them where nothing is set.
    """
    seconds = environment.get("WIR_DB_LIMITS", "").split()
    if not seconds:
        return {}
    names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
    return {"options": " ".join(f"-c {name}={number}s" for name, number in zip(names, seconds, strict=True))}
