import pytest

from requests_log.triage.ideas import FILE, load_ideas
from requests_log.triage.rulebook import RuleFileError


def test_every_idea_has_a_name_of_its_own_in_both_languages(rulebook):
    assert len(rulebook.ideas) > 30
    for language in ("es", "en"):
        named = [each[language] for each in rulebook.ideas.values()]
        assert len(set(named)) == len(named)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("moonlight: {es: luz, en: light}", "a concept of the lexicon"),
        ("publish: {es: publicar}", "en"),
        ("publish: [a]", "fields and values"),
    ],
)
def test_a_faulty_file_is_named(rulebook, tmp_path, text, expected):
    (tmp_path / FILE).write_text(text, "utf-8")
    with pytest.raises(RuleFileError, match=FILE) as caught:
        load_ideas(tmp_path, rulebook.lexicon)
    assert expected in str(caught.value)


def test_without_a_file_there_are_none(rulebook, tmp_path):
    assert load_ideas(tmp_path, rulebook.lexicon) == {}
