"""Wrap every signing key by another secret: all of them, or none."""

from django.db import transaction

from consultancy.errors import KeyNotOpened
from consultancy.models import Authority, SigningKey
from consultancy.paper.errors import WrongSecret
from consultancy.paper.keys import rewrap


@transaction.atomic
def rotate_secret(*, secret: bytes, new_secret: bytes) -> int:
    """Wrap all keys, retired ones too, by NEW_SECRET; return how many they were.

    Raises KeyNotOpened where SECRET does not open one, WeakSecret where one of them
    is too short: nothing is changed then.
    """
    keys: list[Authority | SigningKey] = [
        *Authority.objects.select_for_update().order_by("pk"),
        *SigningKey.objects.select_for_update().order_by("pk"),
    ]
    for key in keys:
        _rotate(key, secret=secret, new_secret=new_secret)
    return len(keys)


def _rotate(key: Authority | SigningKey, *, secret: bytes, new_secret: bytes) -> None:
    try:
        key.wrapped = rewrap(bytes(key.wrapped), secret=secret, new_secret=new_secret)
    except WrongSecret as error:
        raise KeyNotOpened(key.fingerprint) from error
    key.save(update_fields=["wrapped"])
