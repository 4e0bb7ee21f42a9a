from django.db import models

from .consultant import Consultant
from .owned import OwnedQuerySet


class Brand(models.Model):
    """How a practice looks, on paper and to its clients: its colour and its logo."""

    consultant = models.OneToOneField(
        Consultant, on_delete=models.PROTECT, related_name="brand"
    )
    accent = models.CharField(max_length=7, blank=True)  # #rrggbb; empty: the plain one
    logo = models.FileField(max_length=200, blank=True)  # PNG, flat on white, for paper
    logo_on_screen = models.FileField(max_length=200, blank=True)  # PNG, seen through
    logo_sha256 = models.CharField(max_length=64, blank=True)  # of the one for paper

    objects = OwnedQuerySet["Brand"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_logo_has_both_files_and_its_sum",
                condition=models.Q(logo="", logo_on_screen="", logo_sha256="")
                | ~(
                    models.Q(logo="")
                    | models.Q(logo_on_screen="")
                    | models.Q(logo_sha256="")
                ),
            )
        ]

    def __str__(self) -> str:
        return self.accent or "plain"
