"""One settings file. Everything that differs between machines comes from the environment; safe when nothing is set."""

import os
from datetime import timedelta
from pathlib import Path

import pghistory
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from wir.accounts.adapters.provider import provider_from
from wir.config.database import database_from
from wir.config.headers import PERMISSIONS, content_security_policy
from wir.kit.mail import OUTBOX

BASE_DIR = Path(__file__).resolve().parent.parent.parent

HTTPS = os.environ.get("WIR_HTTPS") == "1"
DEBUG = os.environ.get("WIR_DEBUG") == "1" and not HTTPS  # its error pages show what nobody outside may see


def _secret_key() -> str:
    """The key from the environment or a file that it names; behind HTTPS there is no other."""
    file = os.environ.get("WIR_SECRET_KEY_FILE")
    key = Path(file).read_text().strip() if file else os.environ.get("WIR_SECRET_KEY", "")
    if HTTPS and not key:
        raise ImproperlyConfigured("Set WIR_SECRET_KEY or WIR_SECRET_KEY_FILE: the site has no secret key.")
    return key or "unsafe-for-development-only"


SECRET_KEY = _secret_key()
SECRET_KEY_IS_OWN = "WIR_SECRET_KEY" in os.environ or "WIR_SECRET_KEY_FILE" in os.environ  # a site in earnest
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("WIR_OLD_SECRET_KEYS", "").split() if key]
WIR_DUPLICATE_KEY = os.environ.get("WIR_DUPLICATE_KEY", "")  # empty: derived from the secret key
WIR_KEYS = os.environ.get("WIR_KEYS", "")  # seal what is sealed (kit.sealing); the last one is the newest
WIR_KEY_FILE = os.environ.get("WIR_KEY_FILE", "")
WIR_CLAMD = os.environ.get("WIR_CLAMD", "")
ALLOWED_HOSTS = os.environ.get("WIR_HOSTS", "localhost 127.0.0.1 [::1]").split()
WIR_PROXIES = int(
    os.environ.get("WIR_PROXIES", "1" if HTTPS else "0")
)  # proxies of ours that write X-Forwarded-For

INSTALLED_APPS = [
    "allauth.usersessions",  # before ours, which writes its list (accounts.reactions)
    "wir.api",
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
    "wir.files",
    "wir.post",
    "wir.privacy",
    "wir.accounts",
    "wir.kit",
    "django_htmx",
    "template_partials",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
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
    "wir.kit.middleware.RequestIdMiddleware",
    "wir.kit.hardening.HeadersMiddleware",
    "wir.kit.hardening.PlainMachinesMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "wir.kit.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "wir.kit.hardening.BodyLimitMiddleware",
    "wir.kit.hardening.TidyInputMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wir.kit.middleware.SignInAgainMiddleware",
    "wir.accounts.middleware.ForgetMiddleware",
    "wir.accounts.middleware.SessionLimitsMiddleware",
    "wir.accounts.middleware.KnownDeviceMiddleware",
    "axes.middleware.AxesMiddleware",
    "wir.kit.rates.RatesMiddleware",  # outside the transaction: what is refused has been counted
    "wir.kit.middleware.ActingMiddleware",
    "wir.network.middleware.SecondFactorMiddleware",
    "wir.kit.middleware.ReadingMiddleware",
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

FORM_RENDERER = "wir.kit.widgets.WidgetRenderer"
DATABASES = {"default": database_from(os.environ)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who asks, and what history remembers of it (columns of the history tables: no context table to protect)
WIR_ACTOR_FOR = "wir.network.queries.actor_for"
WIR_NOTE_READING = "wir.people.actions.note_reading"
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_CONTEXT_ID_FIELD = pghistory.ContextUUIDField()
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(related_query_name="+", related_name="+")

# Sign-in: allauth (password, app, passkey, OpenID Connect), Argon2, lock-out; see docs/decisions/0007 and 0020
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "wir.accounts.adapters.sessions.Accounts",
]
PASSWORD_HASHERS = ["wir.accounts.adapters.passwords.BoundedArgon2"]
# NIST SP 800-63B-4, 3.1.1.2: 15 characters where a password may stand alone, no other rules, no expiry, a blocklist
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "wir.accounts.adapters.passwords.ContextValidator"},
]
if os.environ.get("WIR_PASSWORD_LIST"):
    AUTH_PASSWORD_VALIDATORS.append(
        {
            "NAME": "wir.accounts.adapters.passwords.ListedPasswordValidator",
            "OPTIONS": {"password_list_path": os.environ["WIR_PASSWORD_LIST"]},
        }
    )
PASSWORD_RESET_TIMEOUT = 24 * 3600
ACCOUNT_ADAPTER = "wir.accounts.adapters.signin.ClosedSignup"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "WIR: "
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS = {"login": False, "login_failed": False}  # axes counts failures, across processes
ACCOUNT_FORMS = {"login": "wir.accounts.forms.SignInForm"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
MFA_ADAPTER = "wir.accounts.adapters.signin.SealedSecrets"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "authenticate": "wir.accounts.forms.CodeForm",
    "reauthenticate": "wir.accounts.forms.ConfirmingCodeForm",
}
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}  # a passkey cannot be guessed; an office shares one address
MFA_TOTP_ISSUER = "WIR"
SOCIALACCOUNT_ADAPTER = "wir.accounts.adapters.signin.InvitedOnly"
SOCIALACCOUNT_PROVIDERS = provider_from(os.environ)
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_QUERY_EMAIL = True
OIDC_SECOND_FACTOR_ACR = os.environ.get("WIR_OIDC_ACR", "").split()
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form would be stopped on its way by form-action of our own policy
SOCIALACCOUNT_STORE_TOKENS = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
AXES_HANDLER = "wir.accounts.adapters.lockout.DeviceAwareHandler"
AXES_USERNAME_CALLABLE = "wir.accounts.adapters.lockout.counted_name"
AXES_CLIENT_IP_CALLABLE = "wir.kit.addresses.address_of"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 1
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_LOCKOUT_TEMPLATE = "accounts/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
SIGN_INS_KEPT = timedelta(
    days=90
)  # who signed in when and from where: for the clearing up of attacks, no longer
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
RATE_LIMITS = os.environ.get("WIR_RATE_LIMITS") != "0"
ALLAUTH_TRUSTED_PROXY_COUNT = WIR_PROXIES
IDLE_MINUTES = int(os.environ.get("WIR_IDLE_MINUTES", "60"))
SECOND_FACTOR_AT_LEAST = os.environ.get(
    "WIR_SECOND_FACTOR", "leading" if HTTPS else "nobody"
)  # in every network
if SECOND_FACTOR_AT_LEAST not in {"everybody", "leading", "nobody"}:
    raise ImproperlyConfigured("WIR_SECOND_FACTOR is everybody, leading or nobody.")
SITE_ADDRESS = os.environ.get("WIR_ADDRESS", "http://localhost:8000").rstrip("/")
SESSION_ENGINE = "wir.accounts.adapters.sessions"
SESSION_COOKIE_AGE = 10 * 60 * 60  # at the latest, however busy; see SessionLimitsMiddleware
# "__Host-": sent over HTTPS alone, to this very host, and no other host can set it (RFC 6265bis, 4.1.3.2)
_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_PREFIX}sessionid", f"{_PREFIX}csrftoken"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "wir.accounts.views.form_expired"

# Headers
CONTENT_SECURITY_POLICY = content_security_policy(https=HTTPS)
PERMISSIONS_POLICY = PERMISSIONS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

# Languages, days, files
USE_TZ = True
TIME_ZONE = "Europe/Berlin"
LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("German")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = f"{_PREFIX}wir_language"
LOCALE_PATHS: list[Path] = []
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "build" / "static"
STATICFILES_DIRS = [path for path in [BASE_DIR / "build" / "assets"] if path.is_dir()]
WHITENOISE_USE_FINDERS = not (STATIC_ROOT / "staticfiles.json").is_file()
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024  # lists stay in memory: no personal data in temporary files
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # of all text fields together
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
WIR_MAX_BODY = 64 * 1024 * 1024  # beyond it nothing is read; below it a form says itself what is too large
WHITENOISE_ALLOW_ALL_ORIGINS = False
FILE_UPLOAD_HANDLERS = ["wir.kit.uploads.BoundedMemoryUploadHandler"]
OUTGOING_HOSTS = frozenset(os.environ.get("WIR_OUTGOING_HOSTS", "").lower().split())
OUTGOING_LOOPBACK_FOR_TESTS: frozenset[str] = frozenset()  # never from the environment
# Mail goes into the outbox, in the transaction of whoever writes it; the worker hands it on
EMAIL_BACKEND = OUTBOX
EMAIL_HOST = os.environ.get("WIR_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("WIR_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("WIR_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("WIR_SMTP_PASSWORD", "")
SMTPS = 465  # TLS from the start (RFC 8314)
EMAIL_USE_SSL = EMAIL_PORT == SMTPS
EMAIL_USE_TLS = not EMAIL_USE_SSL and os.environ.get("WIR_SMTP_TLS") != "0"
EMAIL_TIMEOUT = 20  # seconds
MAIL_DELIVERY = os.environ.get(
    "WIR_EMAIL_BACKEND", f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"
)
EMAIL_FILE_PATH = os.environ.get("WIR_MAIL_FOLDER", ".local/mail")  # of the file backend, for development
DEFAULT_FROM_EMAIL = os.environ.get("WIR_MAIL_FROM", "termine@localhost")  # says nothing about refugees
SMS_URL = os.environ.get("WIR_SMS_URL", "")  # its host must stand in WIR_OUTGOING_HOSTS
SMS_TOKEN = os.environ.get("WIR_SMS_TOKEN", "")
POST_DAYS = int(os.environ.get("WIR_POST_DAYS", "30"))  # how long sent messages keep what they said

SILENCED_SYSTEM_CHECKS = ["security.W021"]  # the built-in list of browsers is the operator's decision

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "wir.kit.tracing.MomentsInUtc",
            "format": "%(asctime)s %(levelname)s %(name)s %(request_id)s %(actor)s %(message)s",
        }
    },
    "filters": {"request": {"()": "wir.kit.tracing.RequestIdFilter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["request"]}},
    "root": {"handlers": ["console"], "level": os.environ.get("WIR_LOG_LEVEL", "WARNING")},
}
