"""Which stored files a row names, whatever table it stands in."""

from collections.abc import Collection, Iterator

from django.apps import apps
from django.db.models import FileField, QuerySet


def named_among(names: Collection[str]) -> set[str]:
    """Return those of NAMES that some row names; a field added later counts too."""
    return {
        name
        for rows, field in _file_fields()
        for name in rows.filter(**{f"{field}__in": names}).values_list(field, flat=True)
    }


def _file_fields() -> Iterator[tuple[QuerySet, str]]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:  # noqa: SLF001 - documented
            if isinstance(field, FileField):
                rows = model._default_manager.all()  # noqa: SLF001 - documented
                yield rows, field.name
