"""Whoever was here before an installation had an owner."""

from importlib import import_module

import pytest
from django.apps import apps

from consultancy.models import User
from tests.people import make_consultant


@pytest.fixture
def name_an_owner():
    return import_module("consultancy.migrations.0007_profile").name_an_owner


def owners():
    return [user.email for user in User.objects.filter(is_superuser=True)]


def test_the_first_one_here_becomes_the_owner(db, name_an_owner):
    make_consultant("Demo", "demo@example.com", is_demo=True)
    make_consultant()
    make_consultant("Nadia Ferri", "nadia@example.com")
    User.objects.update(is_superuser=False)
    name_an_owner(apps, None)
    assert owners() == ["marta@example.com"]


def test_an_owner_stays_the_owner(marta, nadia, name_an_owner):
    User.objects.update(is_superuser=False)
    User.objects.filter(pk=nadia.user_id).update(is_superuser=True)
    name_an_owner(apps, None)
    assert owners() == ["nadia@example.com"]


def test_an_installation_with_nobody_in_it_has_no_owner(db, name_an_owner):
    name_an_owner(apps, None)
    assert owners() == []
