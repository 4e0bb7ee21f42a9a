"""Rules of one's own brought as YAML: chosen as a file or pasted."""

from dataclasses import replace
from typing import Any

from consultancy.models import Consultant
from consultancy.models.name_key import name_key
from consultancy.selectors.clients import clients_of
from consultancy.web.layout import fields_only
from consultancy.web.yaml_form import PastedYaml, YamlForm
from requests_log.actions.write_own_rule import Draft
from requests_log.selectors.rulebook import rulebook
from requests_log.triage.own_rule_file import MAX_FILE_BYTES, read_own_rules
from requests_log.triage.own_rule_strangers import Known


class OwnRuleFileForm(YamlForm):
    """All rules of a file, or none of them: `drafts` once it is valid."""

    text = PastedYaml(max_length=MAX_FILE_BYTES)

    most_bytes_read = MAX_FILE_BYTES

    def __init__(self, *args: Any, consultant: Consultant, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consultant = consultant
        self.drafts: list[Draft] = []
        self.helper = fields_only()

    def take_in(self, text: str) -> None:
        rows = clients_of(self.consultant).values_list("name_key", "pk")
        clients = dict(rows)
        known = Known(ideas=rulebook().ideas, clients=clients, key=name_key)
        rules = read_own_rules(text, known=known)
        self.drafts = [
            Draft(
                replace(rule, clients=()),
                [clients[name_key(name)] for name in rule.clients],
            )
            for rule in rules
        ]
