"""Settings of Por Escrito. What may differ between places comes from the environment.

The README lists every variable read here; a test keeps that list true.
"""

import secrets
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import bootstrap_wrapper
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from consultancy.databases import database_settings
from consultancy.env import BASE_DIR, DATA_DIR, env, secret
from consultancy.settings_timestamps import *  # noqa: F403

DEBUG: bool = env.bool("DEBUG", False)

# A process without a key still starts, so that `triage` and `check` run on a bare
# checkout; the system check consultancy.E002 refuses to serve with it.
CONFIGURED_SECRET_KEY = secret("SECRET_KEY")
SECRET_KEY = CONFIGURED_SECRET_KEY or secrets.token_urlsafe(50)
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", [])

# Wraps the signing keys. Never SECRET_KEY: sessions may be rotated, signatures not.
SIGNING_SECRET = secret("SIGNING_SECRET")

PUBLIC_URL: str = env.str("PUBLIC_URL", "").rstrip("/")
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost"])
if PUBLIC_URL:
    ALLOWED_HOSTS += [urlsplit(PUBLIC_URL).hostname or ""]
    CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]

INSTALLED_APPS = [
    "consultancy",
    "requests_log",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "template_partials",
    "lucide",
    "csp",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "consultancy.middleware.forms_alone",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "consultancy.middleware.last_use",
    "consultancy.middleware.personal_language_and_zone",
    "consultancy.middleware.nothing_personal_in_caches",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "requests_log.middleware.WithoutRules",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "consultancy.urls"
WSGI_APPLICATION = "consultancy.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": database_settings(env.str("DATABASE_URL", ""), DATA_DIR)}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "consultancy.context.installation",
            ],
        },
    }
]

# --- people -----------------------------------------------------------------
AUTH_USER_MODEL = "consultancy.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # refuses first, while it must
    "consultancy.backends.PracticeBackend",
]
LOGIN_URL = LOGOUT_REDIRECT_URL = "login"
LOGIN_REDIRECT_URL = "requests_log:today"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}Validator"}
    for name in (
        "UserAttributeSimilarity MinimumLength CommonPassword NumericPassword"
    ).split()
]
# Eight wrong passwords for one e-mail address from one network address, then a pause.
# Tries during the pause do not count, so that nobody can make it last.
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = AXES_DISABLE_ACCESS_LOG = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "consultancy.throttle.email_tried"
AXES_CLIENT_IP_CALLABLE = "consultancy.throttle.network_address"
AXES_LOCKOUT_CALLABLE = "consultancy.views.sign_in.pause"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken"]
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
OTP_TOTP_ISSUER = "Por Escrito"  # as an authenticator app names it
# How long the link of a forgotten password holds, in seconds.
PASSWORD_RESET_TIMEOUT = 3_600
# The demo account exists only while nobody but this computer can reach it.
DEMO: bool = env.bool("DEMO", False)

# --- mail -------------------------------------------------------------------
# A link is made of PUBLIC_URL alone, never of what a request calls this host.
MAIL_IS_SET_UP = bool(env.str("EMAIL_URL", "") and PUBLIC_URL)
_mail: dict[str, Any] = env.dj_email_url("EMAIL_URL", "console://")
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail["EMAIL_USE_TLS"], _mail["EMAIL_USE_SSL"]
EMAIL_FILE_PATH, EMAIL_TIMEOUT = _mail["EMAIL_FILE_PATH"], 20
DEFAULT_FROM_EMAIL: str = env.str(
    "EMAIL_FROM", f"no-reply@{urlsplit(PUBLIC_URL).hostname or 'localhost'}"
)

# --- language and time ------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("es", _("Spanish")), ("en", _("English"))]
# The second says Django's own sentences anew: they call the reader "usted".
LOCALE_PATHS = [
    BASE_DIR / "consultancy" / "locale",
    BASE_DIR / "consultancy" / "framework_words",
]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
DEFAULT_TIME_ZONE: str = env.str("DEFAULT_TIME_ZONE", "Europe/Madrid")

# --- what is counted --------------------------------------------------------
# What costs little, in each process by itself; the rest is counted in tables (sign-ins
# by axes). Room enough that nobody crowds out the count of others.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# --- files ------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("bootstrap", bootstrap_wrapper.get_bootstrap_dir()),
]
MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": {"BACKEND": "consultancy.storage.DurableFileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_HANDLERS = [
    "consultancy.web.upload_limit.UploadLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Bytes: one file, all that comes with one form, all files of one practice.
KEPT_FILE_LIMIT = 15_000_000
VERIFIED_FILE_LIMIT = 15_000_000  # a letter has proofs of eight million in it at most
UPLOAD_LIMIT = 40_000_000
KEPT_FILES_LIMIT: int = env.int("KEPT_FILES_LIMIT_MB", 5_000) * 1_000_000
# Whom a restored backup must lose again: beside the data, and in no backup.
ERASURES_FILE = DATA_DIR / "erasures.jsonl"
SEEDS_DIR = BASE_DIR / "seeds"

# --- what a browser may do --------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap's own icons are data: images
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
# Plain http is for this computer alone; a public address is served by https.
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = (
    PUBLIC_URL.startswith("https://")
)
SECURE_HSTS_SECONDS = 63_072_000 if SESSION_COOKIE_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SESSION_COOKIE_SECURE
BEHIND_PROXY: bool = env.bool("BEHIND_PROXY", False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_ENGINE = "consultancy.models.session"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
if SESSION_COOKIE_SECURE:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"

CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
    # Axes tells of every sign-in, pyHanko, with a traceback, of every unknown issuer.
    "loggers": {"axes": {"level": "WARNING"}}
    | {name: {"level": "ERROR"} for name in ("pyhanko", "pyhanko_certvalidator")},
}
