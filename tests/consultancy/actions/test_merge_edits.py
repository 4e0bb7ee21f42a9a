import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultancy.actions.merge_edits import merge_edits
from consultancy.errors import EditedMeanwhile

FEW = st.dictionaries(
    st.sampled_from("ab"), st.sampled_from([0, 1, 2]), min_size=2, max_size=2
)


@given(typed=FEW, seen=FEW, stored=FEW)
def test_no_field_is_ever_lost_in_silence(typed, seen, stored):
    try:
        merged = merge_edits(typed, seen=seen, stored=stored)
    except EditedMeanwhile as error:
        clash = error.clashes[0]
        assert len({typed[clash], seen[clash], stored[clash]}) == 3
        return
    for name, value in merged.values.items():
        untouched = typed[name] == seen[name]
        assert value == (stored if untouched else typed)[name]
        assert (name in merged.kept) == (untouched and stored[name] != seen[name])


def test_a_form_that_does_not_say_what_it_was_drawn_from_is_taken_as_typed():
    assert merge_edits({"a": 1}, seen={}, stored={"a": 2}).values == {"a": 1}


def test_both_tabs_meaning_the_same_is_no_clash():
    merged = merge_edits({"a": 1}, seen={"a": 0}, stored={"a": 1})
    assert merged.changes == {}


def test_the_fields_that_clash_are_named():
    with pytest.raises(EditedMeanwhile) as told:
        merge_edits({"a": 1, "b": 1}, seen={"a": 0, "b": 1}, stored={"a": 2, "b": 2})
    assert told.value.clashes == ["a"]
