import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from requests_log.forms.own_rule_file import OwnRuleFileForm
from requests_log.triage.own_rule_file import write_own_rules
from tests.people import make_client
from tests.requests_log.triage.own_rules import own_rule

GOOD = write_own_rules([own_rule(clients=("Ferretería Bruno",))])


@pytest.fixture
def form(bruno):
    def form(text="", file=None):
        files = {"file": SimpleUploadedFile("r.yaml", file)} if file is not None else {}
        return OwnRuleFileForm({"text": text}, files, consultant=bruno.consultant)

    return form


def test_clients_are_known_by_their_names(form, bruno):
    pasted = form(GOOD.replace("Ferretería", "FERRETERIA"))
    assert pasted.is_valid(), pasted.errors
    (draft,) = pasted.drafts
    assert draft.clients == [bruno.pk]
    assert draft.rule == own_rule()


def test_a_file_is_taken_with_or_without_a_byte_order_mark(form):
    assert form(file=b"\xef\xbb\xbf" + GOOD.encode()).is_valid()
    assert form(file=GOOD.encode()).is_valid()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ferretería Bruno", "Ajena"),
        ("price_talk", "moonlight"),
        ("price_talk", "cue_negation"),
    ],
)
def test_a_stranger_is_named_with_his_line(form, nadia, before, after):
    make_client(nadia, "Ajena")
    refused = form(GOOD.replace(before, after))
    line = str(GOOD[: GOOD.index(before)].count("\n") + 1)
    assert not refused.is_valid()
    assert line in refused.errors["text"][0]
    assert refused.drafts == []


def test_a_name_is_used_once_in_a_file(form):
    twice = GOOD + GOOD.replace("Nada de precios", "NADA DE PRECIOS")
    assert not form(twice).is_valid()
    assert not form(GOOD + GOOD).is_valid()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[" * 5000,
        b"- &a {x: *a}",
        b"- !!python/object/apply:os.system [ls]",
        b"# " + b"x" * 65_536,
        GOOD.encode().replace(b"verdict", b"\x00verdict"),
    ],
)
def test_a_hostile_file_is_refused_calmly(form, content):
    brought = form(file=content)
    assert not brought.is_valid()
    assert brought.drafts == []
