import gc
import shutil

import pytest

from requests_log.selectors.rulebook import rulebook
from requests_log.triage.rulebook import RuleFileError
from tests.people import make_request
from tests.requests_log.own_rules import ASKS, write_rule


@pytest.fixture
def copied_seeds(tmp_path, settings):
    """Seeds of this test alone, which the process has read."""
    for name in ("lexicon", "rules"):
        shutil.copytree(settings.SEEDS_DIR / name, tmp_path / name)
    shutil.copy(settings.SEEDS_DIR / "ideas.yaml", tmp_path)
    settings.SEEDS_DIR = tmp_path
    rulebook.cache_clear()
    rulebook()
    yield tmp_path
    rulebook.cache_clear()


def test_files_that_turn_faulty_are_not_heard_of_until_the_next_start(
    copied_seeds, bruno, marta, browser_of
):
    for path in copied_seeds.rglob("*.yaml"):
        path.write_text("code: [", "utf-8")
    assert make_request(bruno).verdict == "bad_practice"
    write_rule(marta)
    assert make_request(bruno, ASKS).verdict == "off_strategy"
    for address in ("/rules/", "/rules/own/new/", "/rules/fake_engagement/"):
        assert browser_of(marta).get(address).status_code == 200
    rulebook.cache_clear()
    with pytest.raises(RuleFileError):
        rulebook()


def test_what_stays_loaded_is_not_searched_for_garbage(copied_seeds):
    gc.unfreeze()
    rulebook.cache_clear()
    rulebook()
    frozen = gc.get_freeze_count()
    assert frozen > 100_000
    rulebook()
    assert gc.get_freeze_count() == frozen


def test_a_concept_an_update_took_away_sets_own_rules_on_it_aside(
    copied_seeds, bruno, marta
):
    code = write_rule(marta).rule.code
    path = copied_seeds / "ideas.yaml"
    kept = [
        line for line in path.read_text("utf-8").splitlines() if "price" not in line
    ]
    path.write_text("\n".join(kept), "utf-8")
    for path in copied_seeds.rglob("*.yaml"):
        text = path.read_text("utf-8")
        if "price_talk" in text:
            path.write_text(text.replace("price_talk", "talk_of_prices"), "utf-8")
    rulebook.cache_clear()
    request = make_request(bruno, f"{ASKS} y cómprame 5.000 seguidores")
    found = request.triage.findings.values_list("rule", flat=True)
    assert "fake_engagement" in found
    assert code not in found
