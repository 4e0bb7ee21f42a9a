from django.apps import AppConfig
from django.core.checks import Tags, register

from consultancy import checks


class ConsultancyConfig(AppConfig):
    """The practice. Registers what must be true before anybody is served."""

    name = "consultancy"
    verbose_name = "Por Escrito: practice"

    def ready(self) -> None:
        register(checks.secrets_are_set, Tags.security, deploy=False)
        register(checks.public_address_is_one, Tags.urls)
        register(checks.timestamps_can_be_asked_for)
        register(checks.tables_fit, Tags.database)
        register(checks.ledger_is_guarded, Tags.database)
        register(checks.sqlite_is_sound, Tags.database)
        register(checks.translations_are_compiled, Tags.translation)
