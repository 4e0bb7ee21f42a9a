"""A file that grew tells what it was each time it was saved."""

import hashlib

from consultancy.paper.revisions import MOST_REVISIONS, revision_digests

LETTER = b"%PDF-1.7\nA letter.\n%%EOF\n"


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def test_each_saving_is_told_from_the_first_on():
    grown = LETTER + b"A signature.\n%%EOF\r\n"
    more = grown + b"More.\n%%EOF"
    assert list(revision_digests(more)) == [sha256(LETTER), sha256(grown), sha256(more)]


def test_what_follows_the_last_end_is_no_saving():
    assert list(revision_digests(LETTER + b"x")) == [sha256(LETTER)]


def test_no_end_of_file_is_counted_without_end():
    digests = list(revision_digests(LETTER + b"%%EOF\n" * 100_000))
    assert len(digests) == MOST_REVISIONS
    assert sha256(LETTER) in digests
