import gc
import shutil
from pathlib import Path

import pytest

from requests_log.triage.rulebook import Rulebook, RuleFileError, load_rulebook
from tests.requests_log.triage.conftest import SEEDS

STRATEGY_CODES = set(
    "channel cadence topic tone language audience market budget lead_time "
    "promotional_share house_decision goal".split()
)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    shutil.copytree(SEEDS / "lexicon", folder / "lexicon")
    rule = Path("rules", "practice", "fake_reviews.yaml")
    (folder / rule).parent.mkdir(parents=True)
    shutil.copy(SEEDS / rule, folder / rule)
    return folder


def refusal(seeds: Path, old: str, new: str) -> RuleFileError:
    path = seeds / "rules" / "practice" / "fake_reviews.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_rulebook(seeds)
    return caught.value


def test_every_strategy_rule_is_there(rulebook: Rulebook) -> None:
    codes = {rule.code for rule in rulebook.rules if rule.verdict == "off_strategy"}
    assert codes == STRATEGY_CODES


def test_the_fingerprint_changes_with_the_content(seeds: Path) -> None:
    before = load_rulebook(seeds).fingerprint
    assert load_rulebook(seeds).fingerprint == before
    spelling = seeds / "lexicon" / "spelling.yaml"
    text = spelling.read_text(encoding="utf-8")
    spelling.write_text(text.replace("xq: porque", "xqe: porque"), encoding="utf-8")
    assert load_rulebook(seeds).fingerprint != before


def test_the_fingerprint_changes_with_the_points(seeds: Path) -> None:
    points = seeds / "points.tsv"
    points.write_text("w:a\t1\t2\t\n", encoding="utf-8")
    before = load_rulebook(seeds).fingerprint
    points.write_text("w:a\t1\t3\t\n", encoding="utf-8")
    assert load_rulebook(seeds).fingerprint != before


def test_a_comment_leaves_the_fingerprint_as_it_was(seeds: Path) -> None:
    before = load_rulebook(seeds).fingerprint
    path = seeds / "lexicon" / "spelling.yaml"
    path.write_text("# spelling\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert load_rulebook(seeds).fingerprint == before


def test_an_unknown_code_is_no_rule(rulebook: Rulebook) -> None:
    with pytest.raises(KeyError):
        rulebook.rule("nothing")


def test_an_unknown_field_is_refused_by_line(seeds: Path) -> None:
    error = refusal(seeds, "verdict: bad_practice", "verdict: bad_practice\nnote: x")
    assert (error.file, error.line, error.field) == ("fake_reviews.yaml", 3, "note")


def test_a_code_other_than_the_file_name_is_refused(seeds: Path) -> None:
    error = refusal(seeds, "code: fake_reviews", "code: other")
    assert (error.line, error.field) == (1, "code")


def test_an_unknown_condition_is_refused(seeds: Path) -> None:
    error = refusal(seeds, "{near: [fabricate", "{regex: [fabricate")
    assert error.field == "regex"


def test_an_unknown_concept_is_refused(seeds: Path) -> None:
    assert refusal(seeds, "[fabricate,", "[no_such_thing,").field == "no_such_thing"


def test_a_missing_language_is_refused(seeds: Path) -> None:
    error = refusal(seeds, ', en: "Fake, bought or filtered reviews"}', "}")
    assert error.expected == "en in title"


def test_a_missing_field_is_refused(seeds: Path) -> None:
    assert refusal(seeds, "severity: unlawful\n", "").field == "severity"


def test_a_severity_of_the_other_verdict_is_refused(seeds: Path) -> None:
    assert refusal(seeds, "severity: unlawful", "severity: strategy").line == 3


def test_an_alias_is_refused(seeds: Path) -> None:
    error = refusal(seeds, "severity: unlawful", "severity: &a unlawful")
    assert error.expected == "readable YAML (alias)"


def test_a_repeated_key_is_refused(seeds: Path) -> None:
    error = refusal(
        seeds, "severity: unlawful", "severity: unlawful\nseverity: harmful"
    )
    assert error.expected == "readable YAML (duplicate_key)"


def test_a_file_over_64_kb_is_refused(seeds: Path) -> None:
    error = refusal(seeds, "code: fake_reviews", f"code: fake_reviews # {'x' * 65_536}")
    assert error.expected == "readable YAML (too_large)"


def test_lists_of_different_length_are_refused(seeds: Path) -> None:
    error = refusal(
        seeds,
        "    - Contestar todas las reseñas, también las malas, en un plazo fijo.\n",
        "",
    )
    assert error.field == "alternatives"


def test_garbage_is_looked_for_again_once_the_rulebook_is_loaded(seeds: Path) -> None:
    load_rulebook(seeds)
    assert gc.isenabled()


def test_what_loading_makes_is_put_with_the_oldest_and_stays_free(seeds: Path) -> None:
    gc.unfreeze()
    oldest = len(gc.get_objects(generation=2))
    kept = load_rulebook(seeds)
    assert gc.get_freeze_count() == 0
    assert len(gc.get_objects(generation=2)) > oldest + 50_000
    assert kept.rules


def test_what_others_froze_stays_frozen(seeds: Path) -> None:
    gc.freeze()
    frozen = gc.get_freeze_count()
    load_rulebook(seeds)
    assert gc.get_freeze_count() == frozen
    gc.unfreeze()


def test_seven_examples_are_too_few(seeds: Path) -> None:
    error = refusal(seeds, "    - No quiero comprar reseñas, que quede claro\n", "")
    assert error.expected == "at least eight examples"


def test_a_verified_authority_without_a_date_is_refused(seeds: Path) -> None:
    error = refusal(seeds, 'checked_on: "2026-11-22", ', "")
    assert error.field == "verified"


def test_an_unknown_fact_is_refused(seeds: Path) -> None:
    rule = Path("rules", "strategy", "tone.yaml")
    (seeds / rule).parent.mkdir()
    text = (SEEDS / rule).read_text(encoding="utf-8")
    (seeds / rule).write_text(
        text.replace("fact: tone", "fact: mood"), encoding="utf-8"
    )
    with pytest.raises(RuleFileError, match="fact"):
        load_rulebook(seeds)


def test_a_code_used_twice_is_refused(seeds: Path) -> None:
    twin = seeds / "rules" / "strategy" / "fake_reviews.yaml"
    twin.parent.mkdir()
    shutil.copy(seeds / "rules" / "practice" / "fake_reviews.yaml", twin)
    with pytest.raises(RuleFileError, match="one file only"):
        load_rulebook(seeds)


def test_garbage_is_looked_for_again_when_loading_fails(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "broken.yaml").write_text("a: [", encoding="utf-8")
    with pytest.raises(RuleFileError):
        load_rulebook(tmp_path)
    assert gc.isenabled()


@pytest.mark.parametrize("missing", ["rules", "lexicon/small_words.yaml"])
def test_a_folder_without_what_it_needs_is_refused(seeds: Path, missing: str) -> None:
    path = seeds / missing
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(RuleFileError) as caught:
        load_rulebook(seeds)
    assert caught.value.file == missing
