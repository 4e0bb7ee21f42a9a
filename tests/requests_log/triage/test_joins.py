from requests_log.triage.hits import Hits
from requests_log.triage.joins import Join, Step, note_joins
from requests_log.triage.text import Text

NOBODY, NOTICES, HUSH, LAUGHS = range(4)
ORDERED = Join(NOBODY, (Step(NOTICES, 2, ordered=True),), (HUSH,))
EITHER = Join(NOBODY, (Step(NOTICES, 2, ordered=False),), (HUSH,))


def heard(source: str, join: Join, **places: int) -> list[tuple[int, int]]:
    hits = Hits()
    hits.add((NOBODY,), [(places["nobody"], places["nobody"] + 1)])
    hits.add((NOTICES,), [(places["notices"], places["notices"] + 1)])
    note_joins((join,), Text(source), hits)
    return hits.of((HUSH,))


def test_two_concepts_in_a_row_name_a_third() -> None:
    assert heard("nobody ever notices", ORDERED, nobody=0, notices=2) == [(0, 3)]


def test_an_ordered_join_does_not_look_back() -> None:
    assert heard("notices it nobody", ORDERED, nobody=2, notices=0) == []
    assert heard("notices it nobody", EITHER, nobody=2, notices=0) == [(0, 3)]


def test_what_stands_too_far_apart_is_not_joined() -> None:
    assert heard("nobody a b c notices", ORDERED, nobody=0, notices=4) == []


def test_the_next_sentence_is_heard_and_the_one_behind_it_is_not() -> None:
    assert heard("nobody. notices", EITHER, nobody=0, notices=1) == [(0, 2)]
    assert heard("nobody. a. notices", EITHER, nobody=0, notices=2) == []
    assert heard("nobody. notices", ORDERED, nobody=0, notices=1) == []


def test_a_joined_place_is_quoted_by_its_parts() -> None:
    hits = Hits()
    hits.add((NOBODY,), [(0, 1)])
    hits.add((NOTICES,), [(2, 3)])
    note_joins((ORDERED,), Text("nobody ever notices"), hits)
    assert hits.parts((0, 3)) == ((0, 1), (2, 3))


def test_a_join_may_use_what_another_named() -> None:
    hits = Hits()
    for concept, place in ((NOBODY, 0), (NOTICES, 1), (LAUGHS, 2)):
        hits.add((concept,), [(place, place + 1)])
    second = Join(HUSH, (Step(LAUGHS, 2, ordered=True),), (4,))
    note_joins((ORDERED, second), Text("nobody notices laughs"), hits)
    assert hits.of((4,)) == [(0, 3)]
    assert hits.parts((0, 3)) == ((0, 1), (1, 2), (2, 3))
