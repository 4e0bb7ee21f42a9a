import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from requests_log.models import OwnRule, OwnRuleVersion
from requests_log.triage.own_rule_file import read_own_rules, write_own_rules
from tests.requests_log.own_rules import write_rule
from tests.requests_log.triage.own_rules import own_rule

EXPORT, IMPORT = "/rules/own.yaml", "/rules/own/import/"


@pytest.fixture
def web(bruno, browser_of):
    return browser_of(bruno.consultant)


def test_what_is_taken_along_is_brought_in_unchanged(
    web, bruno, marta, nadia, browser_of
):
    write_rule(marta, clients=[bruno.pk])
    taken = web.get(EXPORT).content
    assert read_own_rules(taken.decode()) == (own_rule(clients=("Ferretería Bruno",)),)
    file = SimpleUploadedFile("rules.yaml", taken)
    assert web.post(IMPORT, {"file": file}).status_code == 302
    assert OwnRuleVersion.objects.count() == 1
    theirs = (
        taken.decode().replace("- Ferretería Bruno", "[]").replace("clients:\n  []", "")
    )
    sent = browser_of(nadia).post(IMPORT, {"text": theirs})
    assert sent.status_code == 302
    assert OwnRule.objects.filter(consultant=nadia).count() == 1
    assert web.get(EXPORT).content == taken


def test_a_changed_rule_is_the_next_version_of_the_one_of_its_name(web, marta):
    write_rule(marta)
    text = web.get(EXPORT).content.decode().replace("experience", "needs")
    web.post(IMPORT, {"text": text})
    assert OwnRule.objects.get().number == 2


def test_a_new_rule_is_not_called_a_new_version(english, marta):
    text = write_own_rules([own_rule()])
    page = english.post(IMPORT, {"text": text}, follow=True).content.decode()
    assert "1 rule is in force as the file has it." in page


def test_one_faulty_rule_and_nothing_is_brought(web, marta):
    write_rule(marta)
    text = web.get(EXPORT).content.decode()
    other = text.replace("Nada de precios", "Otra").replace("off_strategy", "fine")
    refused = web.post(IMPORT, {"text": text.replace("experience", "needs") + other})
    assert refused.status_code == 422
    assert "verdict" in refused.content.decode()
    assert OwnRuleVersion.objects.count() == 1


def test_a_refused_file_is_shown_as_text(web):
    file = SimpleUploadedFile("rules.yaml", b"- verdict: fine\n  when: []\n")
    refused = web.post(IMPORT, {"file": file}).content.decode()
    assert "- verdict: fine" in refused


def test_with_nothing_to_take_along_the_list_says_so(web):
    assert web.get(EXPORT)["Location"] == "/rules/"


def test_without_the_secret_nothing_is_brought(web, marta, settings):
    write_rule(marta)
    text = web.get(EXPORT).content.decode().replace("experience", "needs")
    settings.SIGNING_SECRET = None
    assert web.post(IMPORT, {"text": text}).status_code == 422
    assert OwnRule.objects.get().number == 1


def test_files_take_few_queries(web, bruno, marta, django_assert_max_num_queries):
    write_rule(marta, clients=[bruno.pk])
    for address in (EXPORT, IMPORT):
        with django_assert_max_num_queries(8):
            web.get(address)
