"""Canonical JSON and the chain, on anything hypothesis can think of."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultancy.ledger.chain import (
    GENESIS,
    SAFE_INTEGER,
    Fault,
    Link,
    NotCanonical,
    Walker,
    canonical,
    commitment,
    faults,
)

AT = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
whole = st.integers(-SAFE_INTEGER, SAFE_INTEGER)
plain = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | whole | plain,
    lambda inner: st.lists(inner) | st.dictionaries(plain, inner),
    max_leaves=12,
)


def a_chain(length: int) -> list[tuple[Link, str]]:
    pairs: list[tuple[Link, str]] = []
    previous = GENESIS
    for seq in range(1, length + 1):
        link = Link("c", seq, "kind", AT, "actor", "subject", f"{seq:064}", previous)
        pairs.append((link, link.hash))
        previous = link.hash
    return pairs


@given(values)
def test_canonical_json_reads_back_as_what_was_written(value):
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(plain, whole, min_size=2))
def test_the_order_of_members_makes_no_difference(value):
    turned = dict(reversed(value.items()))
    assert canonical(turned) == canonical(value)


def test_members_stand_in_utf_16_order_as_rfc_8785_asks():
    assert canonical({"\U0001f600": 1, "\ufb33": 2}) == (
        b'{"\xf0\x9f\x98\x80":1,"\xef\xac\xb3":2}'
    )


@pytest.mark.parametrize(
    "value", [1.5, float("nan"), 2**53, {1: "a"}, "\ud800", {"\ud800": 1}, b"x", {1, 2}]
)
def test_what_has_no_single_form_is_refused(value):
    with pytest.raises(NotCanonical):
        canonical(value)


def test_a_commitment_needs_its_salt():
    assert commitment(b"a" * 32, {"x": 1}) != commitment(b"b" * 32, {"x": 1})


def test_one_moment_has_one_hash_in_every_zone():
    link = a_chain(1)[0][0]
    elsewhere = AT.astimezone(timezone(timedelta(hours=-6)))
    assert replace(link, at=elsewhere).hash == link.hash


def test_a_sound_chain_has_no_fault():
    assert list(faults(a_chain(5))) == []


@pytest.mark.parametrize(
    "field", ["chain", "kind", "actor", "subject", "commitment", "previous_hash"]
)
def test_every_altered_field_is_found(field):
    pairs = a_chain(5)
    link, stored = pairs[2]
    pairs[2] = (replace(link, **{field: "0" * 63 + "9"}), stored)
    assert next(faults(pairs)).seq == 3


@given(st.integers(0, 4))
def test_a_missing_entry_is_found_unless_it_was_the_last(gone):
    pairs = a_chain(5)
    del pairs[gone]
    found = list(faults(pairs))
    assert (found == []) == (gone == 4)


def test_two_entries_that_change_places_are_found():
    pairs = a_chain(5)
    pairs[1], pairs[2] = pairs[2], pairs[1]
    assert next(faults(pairs)).seq == 2


def test_a_chain_rewritten_from_one_entry_on_breaks_no_link_and_needs_an_anchor():
    pairs = a_chain(3)
    forged, previous = [], pairs[0][1]
    for link, _stored in pairs[1:]:
        other = replace(link, kind="forged", previous_hash=previous)
        forged.append((other, other.hash))
        previous = other.hash
    assert list(faults([pairs[0], *forged])) == []


def first_fault(pairs, **more):
    walker = Walker(**more)
    return next(filter(None, (walker.step(*pair) for pair in pairs)), None)


def test_an_entry_put_in_is_told_from_one_taken_out():
    pairs = a_chain(5)
    stored = pairs[1][1]
    forged = Link("c", 3, "forged", AT, "actor", "subject", "0" * 64, stored)
    later = [(replace(link, seq=link.seq + 1), h) for link, h in pairs[2:]]
    inserted = [*pairs[:2], (forged, forged.hash), *later]
    assert first_fault(inserted) == Fault(4, "inserted")
    earlier = [(replace(link, seq=link.seq - 1), h) for link, h in pairs[3:]]
    assert first_fault([*pairs[:2], *earlier]) == Fault(3, "removed")


def test_an_entry_of_another_practice_is_told():
    pairs = a_chain(3)
    link, stored = pairs[2]
    pairs[2] = (replace(link, chain="d"), stored)
    assert first_fault(pairs, other_chains=["e", "c"]).why == "of_another_practice"
    assert first_fault(pairs, other_chains=["e"]).why == "altered"


def test_an_entry_written_anew_breaks_the_next_one():
    pairs = a_chain(4)
    forged = replace(pairs[1][0], kind="forged")
    pairs[1] = (forged, forged.hash)
    assert first_fault(pairs) == Fault(3, "broken_link")
