import pytest

from tests.requests_log.triage.facts.conftest import Lines

EVERY_VIDEO = "Every video carries subtitles"
THE_ARTISAN = "Cada pieza se publica con el nombre de su artesana"


@pytest.mark.parametrize(
    ("decision", "text"),
    [
        (EVERY_VIDEO, "Put Friday's video up, skip the subtitles this once"),
        (EVERY_VIDEO, "Post the reel without any subtitles"),
        (THE_ARTISAN, "Sube el anillo y no pongas el nombre de la artesana"),
    ],
)
def test_what_is_asked_for_every_time_is_broken_by_going_without(
    decision: str, text: str, broken_lines: Lines
) -> None:
    house = [{"decision": decision, "keywords": []}]
    assert broken_lines(text, house_decisions=house) == [decision]


@pytest.mark.parametrize(
    ("decision", "text"),
    [
        (EVERY_VIDEO, "Post the video with its subtitles on Friday"),
        (EVERY_VIDEO, "Publish the video, and don't forget the subtitles"),
        (THE_ARTISAN, "Sube el anillo con el nombre de la artesana"),
    ],
)
def test_keeping_to_what_is_asked_for_breaks_nothing(
    decision: str, text: str, broken_lines: Lines
) -> None:
    house = [{"decision": decision, "keywords": []}]
    assert broken_lines(text, house_decisions=house) == []
