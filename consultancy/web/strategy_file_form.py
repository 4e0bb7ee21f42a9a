"""A strategy brought as YAML: chosen as a file or pasted."""

from collections.abc import Iterator
from difflib import get_close_matches
from hashlib import sha256
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext as _

from consultancy.careful_yaml import Fields, Items, read_yaml
from consultancy.models import Client
from consultancy.selectors.strategy_words import CHANNELS
from consultancy.strategy_file import (
    MAX_FILE_BYTES,
    Strategy,
    StrategyFileError,
    read_strategies,
    write_strategies,
)

from .agreement import AgreementForm
from .yaml_form import YamlForm

ALIKE = 0.8


class StrategyFileForm(YamlForm, AgreementForm):
    """One strategy: the only one in the file, or the one with the client's name."""

    most_bytes_read = MAX_FILE_BYTES

    # What a page has shown the changes of.
    looked_at = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, client=client, **kwargs)
        self.client_name = client.name
        self.order_fields(["file", "text"])
        self.strategy: Strategy | None = None
        self.is_no_list = False  # whether the page must show how a list is written

    @property
    def example(self) -> str:
        """How the client's strategy begins in a file."""
        name = self.client_name
        short = Strategy(slugify(name) or "client", name, languages=("es",))
        return write_strategies([short])

    @property
    def fingerprint(self) -> str:
        """What stands for the text that was read."""
        return sha256(self.read_text.encode()).hexdigest()

    @property
    def was_looked_at(self) -> bool:
        """Whether what would change was shown of this very text."""
        return bool(self.cleaned_data["looked_at"] == self.fingerprint)

    def take_in(self, text: str) -> None:
        try:
            strategies = read_strategies(text)
        except StrategyFileError as error:
            self.is_no_list = error.problem == "not_a_list" and not error.field
            raise
        _refuse_misspelt(text)
        self.strategy = self._chosen(strategies)

    def _chosen(self, strategies: tuple[Strategy, ...]) -> Strategy | None:
        if len(strategies) == 1:
            return strategies[0]
        for strategy in strategies:
            if strategy.name == self.client_name:
                return strategy
        self.add_error(
            None,
            _("The file holds %(count)s strategies and none is called %(name)s.")
            % {"count": len(strategies), "name": self.client_name},
        )
        return None


def _refuse_misspelt(text: str) -> None:
    """Raise StrategyFileError for a channel that is nearly one the rules listen for.

    Others may be agreed, but no rule would ever hear of a misspelt one.
    """
    for name, line in _channels(text):
        meant = get_close_matches(name.casefold(), CHANNELS, n=1, cutoff=ALIKE)
        if meant and name not in CHANNELS:
            raise StrategyFileError(line, name, "misspelt", meant[0])


def _channels(text: str) -> Iterator[tuple[str, int | None]]:
    """Each channel that TEXT, which is read already, names; and its line."""
    value = read_yaml(text, max_bytes=MAX_FILE_BYTES)
    for item in value if isinstance(value, Items) else ():
        fields = item if isinstance(item, Fields) else Fields()
        for field in ("channels", "channels_excluded"):
            names = fields.get(field)
            if isinstance(names, Fields):
                yield from names.lines.items()
            elif isinstance(names, Items):
                yield from ((str(name), getattr(name, "line", None)) for name in names)
