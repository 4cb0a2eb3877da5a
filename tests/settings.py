"""The installation's own settings in a throw-away folder; only what would make tests slow or flaky differs."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# Of every process its own: what an earlier run left there would hide what this one forgets to put there.
_place = Path(tempfile.mkdtemp(prefix="draagvlak-tests-"))
atexit.register(shutil.rmtree, _place, ignore_errors=True)
os.environ["DRAAGVLAK_DIRECTORY"] = str(_place)
for _name in [name for name in os.environ if name.startswith("DRAAGVLAK_OIDC")]:
    del os.environ[_name]
if _address := os.environ.get("DRAAGVLAK_TEST_DATABASE"):
    os.environ["DATABASE_URL"] = _address
else:
    os.environ.pop("DATABASE_URL", None)

from draagvlak.installation.settings import *  # noqa: E402, F403 -- the real settings, after the folder is named

ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
# Argon2 takes most of a second on purpose; the browser stories run against the real settings.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A manifest would have to be collected before every test run; the stories use the real one.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASES["default"].pop("CONN_MAX_AGE", None)  # noqa: F405
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = ""  # noqa: F405
WHITENOISE_AUTOREFRESH = True
