import pytest

from requests_log.checks import rules_can_be_read
from requests_log.selectors.rulebook import rulebook


@pytest.fixture
def faulty_rules(tmp_path, settings):
    """A rulebook of one file, which says nothing a rule must say."""
    folder = tmp_path / "rules" / "practice"
    folder.mkdir(parents=True)
    (folder / "spam.yaml").write_text("code: spam\nverdict: maybe\n", "utf-8")
    settings.SEEDS_DIR = tmp_path
    rulebook.cache_clear()
    yield
    rulebook.cache_clear()


def test_sound_rules_have_nothing_to_say():
    assert rules_can_be_read() == []


def test_a_faulty_file_is_named_before_anybody_is_served(faulty_rules):
    (found,) = rules_can_be_read()
    assert found.id == "requests_log.E001"
    assert "spam.yaml" in found.msg


def test_a_page_that_needs_them_says_so_calmly(faulty_rules, marta, browser_of):
    web = browser_of(marta)
    response = web.get("/rules/")
    assert response.status_code == 503
    assert "spam.yaml" in response.content.decode()
    assert web.get("/").status_code == 200
