"""What a request is found by: one folded column, one lookup, the same on both engines.

The column holds words that need no further reading: no accents, no capitals, nothing
but letters and digits, so that both databases cut them at the spaces and nowhere else.
Before them stand two marks, which no word can be: whose the request is, which keeps a
search inside one practice, and which client asked. A client is thus found by the name
he has now, not by the one he had when he asked.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Lookup
from django.db.models.sql.compiler import SQLCompiler

TABLE = "requests_log_clientrequest"
INDEX = "requests_log_search"
VECTOR = "array_to_tsvector(string_to_array({column}, ' '))"
LONGEST_WORD = 40  # letters; databases have limits too, and they differ
# Of private use: `fold` lets none of them through.
OWNER, CLIENT = "\ue000", "\ue001"

Sql = tuple[str, list[Any]]


def fold(text: str) -> list[str]:
    """Return TEXT's words without capitals, accents and invisible characters."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = (c for c in unicodedata.normalize("NFKD", plain) if not _is_silent(c))
    return [word[:LONGEST_WORD] for word in re.findall(r"[^\W_]+", "".join(kept))]


def _is_silent(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] == "M" or category == "Cf"


def search_text(text: str, *, consultant: int, client: int) -> str:
    """Return what stands in the column `search_text` of a request."""
    return " ".join([f"{OWNER}{consultant}", f"{CLIENT}{client}", *fold(text)])


@dataclass(frozen=True)
class Word:
    """How a word begins, and the clients who have it in their name."""

    start: str
    clients: tuple[int, ...] = ()


@dataclass(frozen=True)
class Search:
    """A consultant's requests in which every word stands; MOST: only the newest."""

    consultant: int
    words: tuple[Word, ...]
    most: int | None = None


class Words(Lookup):
    """`search_text__words=Search(...)`."""

    lookup_name = "words"
    prepare_rhs = False

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        found = f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s"  # nosec B608
        return self._among(found, "rowid", _fts5(self.rhs))

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> Sql:
        vector = VECTOR.format(column="search_text")
        found = f"SELECT id FROM {TABLE} WHERE {vector} @@ %s::tsquery"  # nosec B608
        return self._among(found, "id", _tsquery(self.rhs))

    def _among(self, found: str, key: str, query: str) -> Sql:
        params: list[Any] = [query]
        if self.rhs.most is not None:
            found += f" ORDER BY {key} DESC LIMIT %s"
            params.append(self.rhs.most)
        return f'"{self.lhs.alias}"."id" IN ({found})', params


# Words hold letters and digits alone, so none of them can be read as an operator.
def _fts5(search: Search) -> str:
    parts = [f'"{OWNER}{search.consultant}"']
    for word in search.words:
        marks = [f'"{CLIENT}{pk}"' for pk in word.clients]
        parts.append(f"({' OR '.join([f'{_quoted(word)}*', *marks])})")
    return " AND ".join(parts)


def _quoted(word: Word) -> str:
    return f'"{word.start}" '


def _tsquery(search: Search) -> str:
    parts = [f"'{OWNER}{search.consultant}'"]
    for word in search.words:
        marks = [f"'{CLIENT}{pk}'" for pk in word.clients]
        parts.append(f"({' | '.join([_starts(word), *marks])})")
    return " & ".join(parts)


def _starts(word: Word) -> str:
    return f"'{word.start}':*"
