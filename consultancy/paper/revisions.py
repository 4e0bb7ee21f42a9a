"""What a PDF was before it grew: every saving on top of it keeps the whole of it."""

import hashlib
import re
from collections.abc import Iterator

END_OF_FILE = re.compile(rb"%%EOF(?:\r\n|\r|\n)?")
MOST_REVISIONS = 100


def revision_digests(content: bytes) -> Iterator[str]:
    """Yield the SHA-256 of what the file was each time it was saved, oldest first; of
    the first MOST_REVISIONS, so that no file is read without end."""
    digest, done = hashlib.sha256(), 0
    whole = memoryview(content)
    for place, mark in enumerate(END_OF_FILE.finditer(content)):
        if place == MOST_REVISIONS:
            return
        digest.update(whole[done : mark.end()])
        done = mark.end()
        yield digest.hexdigest()
