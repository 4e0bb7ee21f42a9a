import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

PROFILES = """
- id: bruno
  name: Bruno
  channels: {instagram: 3}
  channels_excluded: [tiktok]
"""


@pytest.fixture
def profiles(tmp_path: Path) -> Path:
    path = tmp_path / "profiles.yaml"
    path.write_text(PROFILES, encoding="utf-8")
    return path


def run(cases: str, profiles: Path) -> list[dict[str, object]]:
    path = profiles.with_name("cases.jsonl")
    path.write_text(cases, encoding="utf-8")
    out = io.StringIO()
    call_command("triage_cases", str(path), profiles=[profiles], stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_case_gets_one_answer_in_order(profiles: Path) -> None:
    answers = run(
        '{"id": "b", "text": "Abre TikTok", "profile": "bruno"}\n\n'
        '{"id": "a", "text": "Compra 5.000 seguidores", "profile": null}\n',
        profiles,
    )
    assert [(a["id"], a["verdict"], a["reasons"]) for a in answers] == [
        ("b", "off_strategy", ["channel"]),
        ("a", "bad_practice", ["fake_engagement"]),
    ]


def test_a_finding_quotes_the_text(profiles: Path) -> None:
    (answer,) = run('{"id": "a", "text": "Compra seguidores"}', profiles)
    assert answer["findings"][0]["quote"] == ["Compra seguidores"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("nope", "not JSON"),
        ("[1]", "not an object"),
        ('{"id": 1, "text": "x"}', "id must be text"),
        ('{"id": "a"}', "text must be text"),
        ('{"id": "a", "text": "x", "profile": "nobody"}', "unknown profile"),
        ('{"id": "a", "text": "x", "wanted_in_days": "3"}', "wanted_in_days"),
    ],
)
def test_a_bad_line_is_named_and_ends_with_two(
    line: str, problem: str, profiles: Path
) -> None:
    with pytest.raises(CommandError, match=f"line 2: .*{problem}") as caught:
        run(f'{{"id": "a", "text": "hola"}}\n{line}', profiles)
    assert caught.value.returncode == 2


def test_a_faulty_profile_names_file_and_line(profiles: Path) -> None:
    profiles.write_text("- {id: a, name: b, colour: red}", encoding="utf-8")
    with pytest.raises(CommandError, match=r"profiles\.yaml: line 1: colour"):
        run("", profiles)
