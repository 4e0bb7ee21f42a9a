from django.apps import AppConfig


class RequestsLogConfig(AppConfig):
    """The work: what clients ask, what is advised, what they decide."""

    name = "requests_log"
    verbose_name = "Por Escrito: requests"
