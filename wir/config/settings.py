"""One settings file. Everything that differs between machines comes from the environment; safe when nothing is set."""

import os
from pathlib import Path
from typing import Any

import pghistory
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from psycopg.conninfo import conninfo_to_dict

BASE_DIR = Path(__file__).resolve().parent.parent.parent

DEBUG = os.environ.get("WIR_DEBUG") == "1"
SECRET_KEY = os.environ.get("WIR_SECRET_KEY", "unsafe-for-development-only")
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("WIR_OLD_SECRET_KEYS", "").split() if key]
WIR_DUPLICATE_KEY = os.environ.get("WIR_DUPLICATE_KEY", "")  # empty: derived from the secret key
ALLOWED_HOSTS = os.environ.get("WIR_HOSTS", "localhost 127.0.0.1 [::1]").split()
HTTPS = os.environ.get("WIR_HTTPS") == "1"

INSTALLED_APPS = [
    "wir.desk",
    "wir.monitoring",
    "wir.aftercare",
    "wir.placement",
    "wir.counselling",
    "wir.eligibility",
    "wir.people",
    "wir.network",
    "wir.directory",
    "wir.tasks",
    "wir.privacy",
    "wir.accounts",
    "wir.kit",
    "django_htmx",
    "template_partials",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "wir.kit.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wir.kit.middleware.SignInAgainMiddleware",
    "axes.middleware.AxesMiddleware",
    "wir.kit.middleware.ActingMiddleware",
    "allauth.account.middleware.AccountMiddleware",  # inside: it answers an exception with a page of its own
]
ROOT_URLCONF = "wir.config.urls"
WSGI_APPLICATION = "wir.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wir.kit.context_processors.navigation",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "wir.kit.templatetags.kit",
            ],
        },
    }
]


def _database() -> dict[str, Any]:
    """The app role's address, unless a command of the operator asks to work as the owner."""
    name = "DATABASE_OWNER_URL" if os.environ.get("WIR_DB_ROLE") == "owner" else "DATABASE_URL"
    parts = conninfo_to_dict(os.environ.get(name, "postgresql:///wir"))
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
        "OPTIONS": {"client_encoding": "UTF8"},
    }


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who asks, and what history remembers of it (columns of the history tables: no context table to protect)
WIR_ACTOR_FOR = "wir.network.queries.actor_for"
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_CONTEXT_ID_FIELD = pghistory.ContextUUIDField()
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(related_query_name="+", related_name="+")

# Sign-in: allauth (password and second factor), Argon2, lock-out after ten failures in an hour
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["wir.accounts.adapters.passwords.BoundedArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "wir.accounts.adapters.signin.ClosedSignup"
MFA_ADAPTER = "wir.accounts.adapters.signin.SealedSecrets"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS = {"login_failed": False}  # axes counts failures, across processes
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "WIR"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 1
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_LOCKOUT_TEMPLATE = "accounts/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "wir.accounts.views.form_expired"

# Headers
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {"camera": [], "geolocation": [], "microphone": [], "payment": []}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

# Languages, days, files
USE_TZ = True
TIME_ZONE = "Europe/Berlin"
LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("German")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "wir_language"
LOCALE_PATHS: list[Path] = []
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "build" / "static"
STATICFILES_DIRS = [path for path in [BASE_DIR / "build" / "assets"] if path.is_dir()]
WHITENOISE_USE_FINDERS = not (STATIC_ROOT / "staticfiles.json").is_file()
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024  # lists stay in memory: no personal data in temporary files
FILE_UPLOAD_HANDLERS = ["wir.kit.uploads.BoundedMemoryUploadHandler"]
EMAIL_BACKEND = os.environ.get("WIR_EMAIL_BACKEND", "django.core.mail.backends.dummy.EmailBackend")

SILENCED_SYSTEM_CHECKS = [
    # transport security is the proxy's and switched on by WIR_HTTPS
    "security.W004",
    "security.W008",
    "security.W012",
    "security.W016",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": os.environ.get("WIR_LOG_LEVEL", "WARNING")},
}
