"""The door for gunicorn and other WSGI servers."""

import os
from contextlib import suppress

from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connection

from consultancy.selectors.schema import refuse_wrong_schema

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "consultancy.settings")

application = get_wsgi_application()
# A database that does not answer now may do so soon: pages and /readyz tell.
with suppress(DatabaseError):
    refuse_wrong_schema(connection)
connection.close()
