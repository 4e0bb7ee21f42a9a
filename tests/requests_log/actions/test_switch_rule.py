import pytest
from django.db import transaction

from consultancy.models import LedgerEntry
from requests_log.actions.switch_rule import switch_rule_off, switch_rule_on
from requests_log.errors import RuleIsOff
from requests_log.models import ClientRequest
from requests_log.selectors.silence import silenced_for, switches_of
from tests.people import NOW, make_client, make_request

WHY = "Este cliente vende seguidores de un juego, no de redes."


def off(client, *, alone=True):
    return switch_rule_off(
        client.consultant,
        rule="fake_engagement",
        client=client if alone else None,
        reason=WHY,
        at=NOW,
    )


def rules_of(request):
    rows = request.triage.findings.order_by("position")
    return [(row.rule, row.cue) for row in rows]


def test_a_silent_rule_is_heard_and_set_aside(bruno):
    assert make_request(bruno).verdict == "bad_practice"
    off(bruno)
    request = make_request(bruno)
    assert request.verdict == "fine"
    assert ("fake_engagement", "switched_off") in rules_of(request)
    assert ClientRequest.objects.filter(verdict="bad_practice").count() == 1


def test_it_is_silent_for_that_client_alone(bruno, marta, nadia):
    off(bruno)
    other, foreign = make_client(marta, "Otra"), make_client(nadia, "Ajena")
    assert silenced_for(bruno) == {"fake_engagement"}
    assert silenced_for(other) == silenced_for(foreign) == frozenset()


def test_or_for_all_of_ones_own(bruno, marta, nadia):
    off(bruno, alone=False)
    other, foreign = make_client(marta, "Otra"), make_client(nadia, "Ajena")
    assert silenced_for(other) == {"fake_engagement"}
    assert silenced_for(foreign) == frozenset()


@pytest.mark.parametrize("alone", [True, False])
def test_it_is_switched_off_once(bruno, alone):
    off(bruno, alone=alone)
    with pytest.raises(RuleIsOff), transaction.atomic():
        off(bruno, alone=alone)
    assert LedgerEntry.objects.filter(kind="rule_switched_off").count() == 1


def test_switched_on_it_speaks_again(bruno):
    switch = off(bruno)
    switch_rule_on(switch, at=NOW)
    switch_rule_on(switch, at=NOW)
    assert make_request(bruno).verdict == "bad_practice"
    assert not switches_of(bruno.consultant).exists()
    assert LedgerEntry.objects.filter(kind="rule_switched_on").count() == 1
    off(bruno)
