"""Settings of an installation. Everything that differs between installations comes from the environment, or from the
file settings.env in the data directory; see docs/operate.md."""

from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from whitenoise.compress import Compressor

from draagvlak.installation.durability import sqlite_pragmas
from draagvlak.installation.place import directory, secret_key

DIRECTORY = directory()
PACKAGE = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(str(DIRECTORY / "settings.env")) if (DIRECTORY / "settings.env").exists() else None

SECRET_KEY = env.str("DRAAGVLAK_SECRET_KEY", default="") or secret_key(DIRECTORY)
DEBUG = False
# The address people use. http only on the machine itself; any other must be https.
ADDRESS = env.str("DRAAGVLAK_ADDRESS", default="http://127.0.0.1:8000").rstrip("/")
IS_DEMO = env.bool("DRAAGVLAK_DEMO", default=False)
IS_SECURE = ADDRESS.startswith("https://")
HOST = ADDRESS.split("://", 1)[1].rsplit(":", 1)[0]
ALLOWED_HOSTS = list(
    dict.fromkeys([HOST, *env.list("DRAAGVLAK_HOSTS", default=[]), *([] if IS_SECURE else ["127.0.0.1", "localhost"])])
)
CSRF_TRUSTED_ORIGINS = [ADDRESS]

INSTALLED_APPS = [
    "draagvlak.ui",
    "draagvlak.accounts",
    "draagvlak.tenancy",
    "draagvlak.journal",
    "draagvlak.notices",
    "draagvlak.documents",
    "draagvlak.staff",
    "draagvlak.stakeholders",
    "draagvlak.meetings",
    "draagvlak.decisions",
    "draagvlak.planproject",
    "draagvlak.policyplan",
    "draagvlak.needs",
    "draagvlak.initiatives",
    "draagvlak.desk",
    "draagvlak.installation",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "django_htmx",
    "django_prose_editor",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "draagvlak.installation.middleware.StaticFiles",
    "django.middleware.gzip.GZipMiddleware",  # every secret in a page is masked anew, and Django pads what it squeezes
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "draagvlak.installation.middleware.SignInFirst",
    "draagvlak.installation.middleware.LanguageOfThePerson",
    "django.contrib.messages.middleware.MessageMiddleware",  # inside it: a sentence is kept in the words of who acted
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "draagvlak.accounts.middleware.DeviceOfThePerson",
    "django_htmx.middleware.HtmxMiddleware",
    "draagvlak.installation.middleware.ScopeOfTheOrganisation",
]

ROOT_URLCONF = "draagvlak.installation.urls"
ASGI_APPLICATION = "draagvlak.installation.asgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "draagvlak.installation.context.shell",
            ],
            "builtins": [
                "draagvlak.ui.templatetags.house",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "draagvlak.ui.templatetags.quick",
            ],
        },
    },
    {
        "BACKEND": "draagvlak.ui.fragments.Fragments",
        "NAME": "jinja2",
        "APP_DIRS": True,
        "OPTIONS": {"environment": "draagvlak.ui.fragments.environment"},
    },
]
FORM_RENDERER = "draagvlak.ui.drawing.HouseRenderer"

DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{DIRECTORY}/draagvlak.sqlite3")
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {"init_command": sqlite_pragmas(), "transaction_mode": "IMMEDIATE", "timeout": 20}
else:
    DATABASES["default"]["ENGINE"] = "draagvlak.installation.fenced"
    # Each request has a thread of its own, so a connection that Django kept would wait for a thread that is gone. A process
    # shares a few: who asks while all are taken waits a moment, and the server never runs out of them.
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 0, "max_size": 20, "timeout": 20}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "draagvlak"}}

STATIC_URL = "/static/"
STATIC_ROOT = str(DIRECTORY / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "draagvlak.installation.static.HashedFiles"},
}
# Pages name hashed files only; what a developer's tools read (source maps) is served, but not squeezed.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
MEDIA_ROOT = str(DIRECTORY / "files")
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

LANGUAGE_CODE = "nl"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SECURE, LANGUAGE_COOKIE_HTTPONLY, LANGUAGE_COOKIE_SAMESITE = IS_SECURE, True, "Lax"
LANGUAGES = [("nl", _("Nederlands")), ("fr", _("Frans")), ("en", _("Engels"))]
LOCALE_PATHS = [str(PACKAGE / "locale")]
TIME_ZONE = "Europe/Brussels"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = False

# Mail leaves through the outbox. Without an address of a mail server it stays there, to be looked at.
EMAIL = env.email_url("EMAIL_URL", default="dummymail://")
EMAIL_BACKEND = EMAIL["EMAIL_BACKEND"].replace("django.core.mail.backends.smtp", "draagvlak.lib.smtp")
EMAIL_HOST, EMAIL_PORT = EMAIL["EMAIL_HOST"], EMAIL["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = EMAIL["EMAIL_HOST_USER"], EMAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL.get("EMAIL_USE_TLS", False), EMAIL.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DRAAGVLAK_FROM", default=f"Draagvlak <draagvlak@{HOST}>")
MAIL_PREFERENCES_URL = "desk:my_mail"  # where somebody chooses what comes; named in the foot of a mail
SENDS_MAIL = not EMAIL_BACKEND.endswith("dummy.EmailBackend") and not IS_DEMO

# Sign-in
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "rules.permissions.ObjectPermissionBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "draagvlak.installation.adapters.HouseAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_FORMS = {
    "login": "draagvlak.accounts.forms.SignInForm",
    "change_password": "draagvlak.accounts.forms.ChangePasswordForm",
    "set_password": "draagvlak.accounts.forms.SetPasswordForm",
    "reauthenticate": "draagvlak.accounts.forms.ConfirmPasswordForm",
}
# The library's own limits count per address or per account, so a colleague could keep another one out. They are off;
# accounts.actions counts instead (docs/decisions/0006-sign-in-limits.md).
ACCOUNT_RATE_LIMITS = dict.fromkeys(
    ["login", "login_failed", "reset_password", "reset_password_from_key", "change_password", "reauthenticate"], ""
)
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.bool("DRAAGVLAK_BEHIND_PROXY", default=False) else 0
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Draagvlak"
MFA_ADAPTER = "draagvlak.installation.adapters.HouseMFAAdapter"
MFA_TOTP_TOLERANCE = 1  # a clock may be half a minute off; accounts.actions.spend_code sees that no code works twice
MFA_RATE_LIMITS = {"webauthn_login": ""}  # a passkey cannot be guessed, and this one counts a whole building together
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses come from the organisation, nobody types an own one
MFA_FORMS = {
    "authenticate": "draagvlak.accounts.forms.CodeForm",
    "reauthenticate": "draagvlak.accounts.forms.ConfirmCodeForm",
    "activate_totp": "draagvlak.accounts.forms.AddAppForm",
    "add_webauthn": "draagvlak.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "draagvlak.accounts.forms.NamePasskeyForm",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_SECURE
SOCIALACCOUNT_ADAPTER = "draagvlak.installation.adapters.HouseSocialAdapter"
USERSESSIONS_ADAPTER = "draagvlak.installation.adapters.HouseSessionsAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if OIDC := env.str("DRAAGVLAK_OIDC_SERVER", default=""):
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "huis",
                "name": env.str("DRAAGVLAK_OIDC_NAME", default="OpenID"),
                "client_id": env.str("DRAAGVLAK_OIDC_CLIENT"),
                "secret": env.str("DRAAGVLAK_OIDC_SECRET"),
                "settings": {"server_url": OIDC},
            }
        ],
    }

SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 31536000 if IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_SECURE
SECURE_SSL_REDIRECT = False  # the proxy in front does that; see docs/operate.md
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("DRAAGVLAK_BEHIND_PROXY", default=False) else None
)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "draagvlak.installation.errors.csrf_failure"
# The one style block that the text editor's library puts in the page by itself: these very bytes and no others.
EDITOR_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF, EDITOR_STYLE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
SECURITY_CONTACT = env.str("DRAAGVLAK_SECURITY_CONTACT", default=f"mailto:security@{HOST}")
SECURITY_EXPIRES = "2027-11-22T00:00:00Z"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# "Before you go" checks that an installation on the machine itself need not pass are silenced only there.
SILENCED_SYSTEM_CHECKS = (
    ["security.W008"] if IS_SECURE else ["security.W004", "security.W008", "security.W012", "security.W016"]
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    # A refused or missing page is told to the person; the log keeps what is our own fault.
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {"handlers": ["stderr"], "level": env.str("DRAAGVLAK_LOG", default="WARNING")},
}
