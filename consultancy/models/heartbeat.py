from django.db import models

RUN_DUE = "run_due"
SWEEP_FILES = "sweep_files"


class Heartbeat(models.Model):
    """When something that runs by itself last ran."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
