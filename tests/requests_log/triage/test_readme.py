from pathlib import Path

import pytest

from requests_log.triage.conditions import KINDS, SCOPES
from requests_log.triage.facts import FACTS
from requests_log.triage.findings import SEVERITIES, VERDICTS
from requests_log.triage.intent import CUES
from requests_log.triage.reading import SEEN_WITHOUT_WORDS
from requests_log.triage.rule_file import FACTORS, REPLIES

README = Path(__file__).parents[3] / "requests_log" / "triage" / "README.md"
NAMES = [*KINDS, *SCOPES, *FACTS, *SEVERITIES, *VERDICTS, *CUES, *FACTORS, *REPLIES]


@pytest.mark.parametrize("name", [*NAMES, *SEEN_WITHOUT_WORDS])
def test_what_a_rule_may_say_is_documented(name: str) -> None:
    text = README.read_text(encoding="utf-8")
    assert f"`{name}`" in text or f"`{name}:" in text
