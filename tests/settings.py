"""The project's settings with what tests need: known secrets, cheap hashing."""

import os
import tempfile

os.environ.setdefault(
    "SECRET_KEY", "a key for tests alone, long enough to be accepted 1"
)
os.environ.setdefault(
    "SIGNING_SECRET", "a signing secret for tests alone, 32 bytes at least"
)
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="por-escrito-tests-"))

from consultancy.settings import *  # noqa: F403
from consultancy.settings import STATIC_ROOT, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A live test server looks files up by plain name: hashed names would all be missing.
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
DEMO = True
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns of one missing
