from requests_log.triage.ideas import load_ideas
from tests.requests_log.triage.conftest import SEEDS


def test_every_idea_is_a_concept_and_has_a_name_of_its_own(rulebook):
    ideas = load_ideas(SEEDS)
    assert [name for name in ideas if name not in rulebook.lexicon.numbers] == []
    for language in ("es", "en"):
        named = [each[language] for each in ideas.values()]
        assert len(set(named)) == len(named)
