"""What came with a form, and what it says when it is shown again."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what came with the form, be it nothing; None where it was only opened."""
    return request.POST if request.method == "POST" else None


def send_back(form: forms.Form, **values: Sequence[str]) -> None:
    """Have FORM say VALUES, a list for each field, as if it had come so."""
    data = QueryDict(mutable=True)
    for name, given in _lists(form.data):
        data.setlist(name, given)
    for name, said in values.items():
        data.setlist(name, said)
    form.data = data


def _lists(data: Mapping[str, Any]) -> Iterable[tuple[str, list[str]]]:
    if isinstance(data, MultiValueDict):
        return data.lists()
    return ((name, [value]) for name, value in data.items())
