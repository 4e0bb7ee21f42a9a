"""Strategies to start from, one a sector and file, in two languages."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consultancy.careful_yaml import YamlError, read_yaml
from consultancy.strategy_file import Strategy, strategy_from_fields
from consultancy.strategy_values import (
    StrategyFileError,
    line_of,
    read_mapping,
    read_text,
    read_texts,
    require,
)

LANGUAGES = ("es", "en")
FIELDS = ("name", "sectors", "shared", *LANGUAGES)


@dataclass(frozen=True)
class StrategyTemplate:
    """A sector, the words it is known by, and where its strategy may start."""

    code: str
    names: Mapping[str, str]
    sectors: tuple[str, ...]
    strategies: Mapping[str, Strategy]  # by language


def load_templates(folder: Path) -> tuple[StrategyTemplate, ...]:
    """Read every file of FOLDER, its name being its code. Raises StrategyFileError."""
    return tuple(_template(path) for path in sorted(folder.glob("*.yaml")))


def suggested(
    templates: Iterable[StrategyTemplate], sector: str
) -> StrategyTemplate | None:
    """Return the template whose words meet most of what SECTOR says, if any does."""
    said = f" {' '.join(_words(sector))} "
    scores = [(_score(template, said), template) for template in templates]
    score, best = max(scores, key=lambda scored: scored[0], default=(0, None))
    return best if score else None


def _score(template: StrategyTemplate, said: str) -> int:
    """Return how many letters of SAID the longest of its words covers."""
    known = [" ".join(_words(sector)) for sector in template.sectors]
    return max((len(word) for word in known if f" {word} " in said), default=0)


def _words(text: str) -> list[str]:
    marked = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in marked if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in plain).split()


def _template(path: Path) -> StrategyTemplate:
    try:
        told: Any = read_yaml(path.read_text("utf-8"))
    except YamlError as error:
        raise StrategyFileError(error.line, error.field, error.code) from error
    fields = read_mapping(told, getattr(told, "line", None), path.stem, FIELDS)
    require(fields, None, FIELDS)
    names = {
        language: read_text(name, line_of(fields, "name"), "name")
        for language, name in fields["name"].items()
    }
    return StrategyTemplate(
        code=path.stem,
        names=names,
        sectors=read_texts(fields["sectors"], line_of(fields, "sectors"), "sectors"),
        strategies={
            language: _strategy(path.stem, names[language], fields, language)
            for language in LANGUAGES
        },
    )


def _strategy(code: str, name: str, fields: Mapping[str, Any], own: str) -> Strategy:
    parts: dict[str, Any] = {"id": code, "name": name}
    return strategy_from_fields({**parts, **fields["shared"], **fields[own]})
