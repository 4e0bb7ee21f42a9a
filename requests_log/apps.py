from django.apps import AppConfig
from django.core.checks import Tags, register

from requests_log import checks


class RequestsLogConfig(AppConfig):
    """The work: what clients ask, what is advised, what they decide."""

    name = "requests_log"
    verbose_name = "Por Escrito: requests"

    def ready(self) -> None:
        # With the database's: reading the rules takes as long as all other checks.
        register(checks.rules_can_be_read, Tags.database)
