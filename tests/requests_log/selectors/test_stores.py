"""No table is forgotten: neither when a client is erased nor when somebody leaves."""

import re

import pytest
from django.apps import apps
from django.db import models

from go_steps.console import ROOT
from requests_log.selectors.stores import OTHERS, STORES, Fate

LABELS = [store.label for store in STORES]


def test_every_table_is_named_once():
    there = sorted(model._meta.label for model in apps.get_models())
    assert sorted([*LABELS, *OTHERS]) == there


def test_every_way_to_an_owner_leads_somewhere(marta, bruno):
    for store in STORES:
        store.of_consultant(marta).exists()
        if store.to_client:
            store.of_client(bruno).exists()


def test_what_names_a_client_has_a_way_to_him():
    """A new column that points at a client must not be overlooked."""
    lost = [
        store.label
        for store in STORES
        if not store.to_client and store.fate is not Fate.KEPT_FIRST
        for field in store.model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and field.related_model._meta.label == "consultancy.Client"
    ]
    assert lost == ["consultancy.Erasure"]  # which lets go of him at the end


@pytest.mark.parametrize("store", STORES, ids=LABELS)
def test_the_readme_tells_what_becomes_of_it(store):
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme.partition("## When a client is erased")[2].partition("\n## ")[0]
    assert re.search(rf"`{store.model.__name__}`", table)
