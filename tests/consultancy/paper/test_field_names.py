"""The process that answers pages does not load what the child typesets with."""

import subprocess
import sys

PROGRAM = """
import os, sys, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()
import consultancy.urls
sys.exit("weasyprint" in sys.modules)
"""


def test_serving_pages_needs_no_typesetter():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()[-500:]
