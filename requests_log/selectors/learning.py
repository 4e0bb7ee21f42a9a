"""What a consultant's own judgement of a request teaches: the start of a rule."""

from dataclasses import dataclass

from requests_log.models import ClientRequest, Confirmation, Verdict
from requests_log.triage.text import Text

from .rulebook import rulebook

MOST_TELLING = 12
SHORTEST_TELLING = 4


@dataclass(frozen=True)
class Lesson:
    """The message to try a rule on, and what was judged of it and why."""

    sample: str
    verdict: str
    why: str


def lesson_of(request: ClientRequest) -> Lesson:
    """Return what a rule can be made of; without an objection only the message."""
    confirmation: Confirmation | None = getattr(request, "confirmation", None)
    if confirmation is None or confirmation.verdict == Verdict.FINE:
        return Lesson(request.text, "", "")
    return Lesson(request.text, confirmation.verdict, confirmation.reason)


def teaches(confirmation: Confirmation) -> bool:
    """Say whether the consultant objected where the rules said something else."""
    changed = confirmation.verdict != confirmation.engine_verdict
    return confirmation.verdict != Verdict.FINE and (
        changed or bool(confirmation.own_rule)
    )


def telling_words(text: str) -> tuple[str, ...]:
    """Return the words of TEXT that tell most, as written, in their order.

    The commonest words of a language tell nothing, nor do short ones.
    """
    read = Text(text)
    small = frozenset().union(*rulebook().tongues.small_words.values())
    found: dict[str, str] = {}
    for token, word in enumerate(read.words):
        if word.isalpha() and len(word) >= SHORTEST_TELLING and word not in small:
            start, end = read.span(token, token + 1)
            found.setdefault(word, text[start:end].lower())
    longest = sorted(found, key=len, reverse=True)[:MOST_TELLING]
    return tuple(written for word, written in found.items() if word in longest)
