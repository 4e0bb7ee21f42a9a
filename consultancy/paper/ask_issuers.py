"""Asks who certified a signer whether he still does, and adds the answers to the file.

The servers asked stand in certificates, which anybody may have written: they are asked
in the bounds of a timestamp authority, in the public network, and a child reads them.
"""

import json
import os
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from . import frames
from .capped import CappedProcess, module
from .errors import FetchFailed, NotLasting
from .fetch import Question, fetch
from .lasting_job import (
    ADD,
    FIT,
    OCSP,
    Given,
    LastingJob,
    Source,
    Wanted,
    job_to_bytes,
    wanted_from_bytes,
)
from .public_hosts import address_to_ask

SECONDS = 15.0  # for all of it
SECONDS_EACH = 5.0
# An answer about one certificate; a list of all that an issuer has revoked.
MOST_BYTES_OF_ANSWER, MOST_BYTES_OF_LIST = 16_000, 1_000_000
# Of all that is added: with its proofs, a letter must still be one that is looked at.
MOST_BYTES_IN_ALL = 4_000_000
WALL_SECONDS, QUEUE_SECONDS = 20.0, 10.0
HEADERS = {
    "Content-Type": "application/ocsp-request",
    "Accept": "application/ocsp-response",
}

_process = CappedProcess(module("lasting_child"))
os.register_at_fork(after_in_child=_process.forget)


@dataclass(frozen=True)
class Lasting:
    """A file with its validation data, and what was added to it: of whom, by which
    way, from where."""

    content: bytes
    told: tuple[tuple[Wanted, Source], ...]


@dataclass
class Issuers:
    """Asks within a time; `allowed` are hosts that may stand in a private network."""

    allowed: Collection[str] = ()
    seconds: float = SECONDS
    _asked: dict[Source, bytes] = field(default_factory=dict, init=False)
    _ends: float = field(default=0.0, init=False)

    def make_last(self, job: LastingJob) -> Lasting:
        """Return the file of JOB with all that is needed to check it in later years.

        Raises NotLasting where it cannot be had, and ChildError.
        """
        self._ends = time.monotonic() + self.seconds
        given: list[Given] = []
        told: list[tuple[Wanted, Source]] = []
        for wanted in wanted_from_bytes(_asked_of_child(job)):
            try:
                answer, source = self._first_that_fits(wanted, job)
                _refuse_more_than_fits(answer, given, wanted)
            except NotLasting:
                if wanted.is_needed:
                    raise
                continue
            given.append(answer)
            told.append((wanted, source))
        content = _asked_of_child(replace(job, step=ADD, given=given))
        return Lasting(content, tuple(told))

    def _first_that_fits(self, wanted: Wanted, job: LastingJob) -> tuple[Given, Source]:
        reason = NotLasting.NO_ADDRESS
        for source in wanted.sources:
            try:
                content = self._ask(wanted, source)
                answer = Given(wanted.fingerprint, source.kind, content)
                if _asked_of_child(replace(job, step=FIT, given=[answer])):
                    return answer, source
                found = NotLasting.WRONG
            except (FetchFailed, NotLasting) as error:
                found = error.reason
            # That says more than that a list could not be had afterwards.
            reason = reason if reason == NotLasting.REVOKED else found
        raise NotLasting(reason, wanted.subject)

    def _ask(self, wanted: Wanted, source: Source) -> bytes:
        is_question = source.kind == OCSP
        if source in self._asked and not is_question:
            return self._asked[source]
        address = address_to_ask(source.url, allowed=self.allowed)
        left = min(SECONDS_EACH, self._ends - time.monotonic())
        if left <= 0:
            raise FetchFailed(FetchFailed.LATE)
        question = Question(
            source.url,
            MOST_BYTES_OF_ANSWER if is_question else MOST_BYTES_OF_LIST,
            wanted.request if is_question else None,
            HEADERS if is_question else {},
            connect_to=address,
        )
        content = fetch(question, seconds=left)
        self._asked[source] = content
        return content


def _refuse_more_than_fits(
    answer: Given, given: Sequence[Given], wanted: Wanted
) -> None:
    contents = {answer.content, *(each.content for each in given)}
    if sum(map(len, contents)) > MOST_BYTES_IN_ALL:
        raise NotLasting(FetchFailed.HUGE, wanted.subject)


def _asked_of_child(job: LastingJob) -> bytes:
    kind, content = _process.ask(
        job_to_bytes(job), wall_seconds=WALL_SECONDS, queue_seconds=QUEUE_SECONDS
    )
    if kind == frames.REFUSED:
        reason, subject = json.loads(content)
        raise NotLasting(reason, subject)
    return content
