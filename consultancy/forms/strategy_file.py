"""A strategy brought as YAML: chosen as a file or pasted."""

from typing import Any

from django.utils.translation import gettext as _

from consultancy.models import Client
from consultancy.strategy_file import MAX_FILE_BYTES, Strategy, read_strategies
from consultancy.web.agreement import AgreementForm
from consultancy.web.yaml_form import YamlForm


class StrategyFileForm(YamlForm, AgreementForm):
    """One strategy: the only one in the file, or the one with the client's name."""

    most_bytes_read = MAX_FILE_BYTES

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, client=client, **kwargs)
        self.client_name = client.name
        self.order_fields(["file", "text"])
        self.strategy: Strategy | None = None

    def take_in(self, text: str) -> None:
        self.strategy = self._chosen(read_strategies(text))

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
