"""The one place where rows are narrowed to the consultant they belong to."""

from typing import Any, Self, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class OwnedQuerySet(models.QuerySet[Row]):
    """Rows that belong to one consultant.

    A model whose owner is not in its own `consultant` column says the way there
    in OWNER, as in `OWNER = "client__consultant"`.
    """

    def of(self, consultant: models.Model) -> Self:
        owner: str = getattr(self.model, "OWNER", "consultant")
        lookup: dict[str, Any] = {owner: consultant}
        return self.filter(**lookup)
