"""The page where a strategy is written, as both apps show it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.errors import FilesGone, NothingChanged, StrategyMovedOn
from consultancy.models import Client, StrategyVersion
from consultancy.selectors.clients import strategy_in_force
from consultancy.selectors.strategies import (
    newest_number,
    version_numbered,
    what_changed,
)
from consultancy.selectors.strategy_lines import ChangeWords
from consultancy.selectors.strategy_templates import (
    Choice,
    template_choices,
    template_strategy,
)
from consultancy.strategy_file import Strategy

from .agreement import AgreementForm
from .form_page import form_page
from .refusals import NOT_STORED, explain_not_stored
from .sent import send_back, sent
from .strategy_file_form import StrategyFileForm
from .strategy_form import StrategyForm
from .strategy_form_values import form_values
from .uploads import GONE

REFUSED = (FilesGone, NothingChanged, StrategyMovedOn, *NOT_STORED)


Form = TypeVar("Form", bound=AgreementForm)


@dataclass
class Editor(Generic[Form]):
    """A form for the next version, and what stands beside it."""

    client: Client
    version: StrategyVersion | None  # in force
    form: Form
    filled_from: StrategyVersion | None = None
    template: Choice | None = None
    templates: Sequence[Choice] = ()
    refusal: dict[str, Any] = field(default_factory=dict)

    def refuse(self, error: Exception) -> None:
        """Say on the form why its version (one of REFUSED) is not in force."""
        self.refusal = explain_refused(self.form, error, client=self.client)

    def page(self, request: HttpRequest, template: str, **more: Any) -> HttpResponse:
        shown = {
            "client": self.client,
            "version": self.version,
            "filled_from": self.filled_from,
            "template": self.template,
            "templates": self.templates,
            **self.refusal,
            **more,
        }
        return form_page(request, template, self.form, **shown)

    def answer(
        self, request: HttpRequest, part: str, template: str, **more: Any
    ) -> HttpResponse:
        """Answer htmx with the PART that was asked for, others with the page around it;
        MORE is what was found, and nothing is stored."""
        if getattr(request, "htmx", False):
            return render(request, part, {"form": self.form, **more})
        return self.page(request, template, **more)


def strategy_editor(request: HttpRequest, client: Client) -> Editor[StrategyForm]:
    """Return the editor as it was sent, or filled with what is in force, or with the
    version or template that the address names. What was brought is held."""
    version = strategy_in_force(client)
    filled_from = _filled_from(request, client)
    templates = [] if version else template_choices(client)
    chosen = request.GET.get("template")
    template = next((each for each in templates if each.code == chosen), None)
    start = filled_from or version
    form = StrategyForm(
        sent(request),
        request.FILES or None,
        initial=_initial(client, start.strategy if start else None, template)
        | {"after": version.number if version else 0},
        client=client,
        today=timezone.localdate(),
    )
    form.hold_files(at=timezone.now())
    return Editor(client, version, form, filled_from, template, templates)


def strategy_file_editor(
    request: HttpRequest, client: Client
) -> Editor[StrategyFileForm]:
    """Return the form for a file as it was sent, or empty. What was brought is held."""
    version = strategy_in_force(client)
    form = StrategyFileForm(
        sent(request),
        request.FILES or None,
        initial={"after": version.number if version else 0},
        client=client,
        today=timezone.localdate(),
    )
    form.hold_files(at=timezone.now())
    return Editor(client, version, form)


def explain_refused(
    form: AgreementForm, error: Exception, *, client: Client
) -> dict[str, Any]:
    """Put one sentence for a refusal (one of REFUSED) on the form; return what the
    page shows beside it."""
    if isinstance(error, StrategyMovedOn):
        return _explain_moved_on(form, error, client)
    if isinstance(error, NothingChanged):
        number = {"number": error.number}
        form.add_error(
            None,
            _("Nothing is different from version %(number)s: there is no new one.")
            % number,
        )
        return {"unchanged": True}
    if isinstance(error, FilesGone):
        form.add_error("held", GONE)
    else:
        explain_not_stored(form, error)
    return {}


def _explain_moved_on(
    form: AgreementForm, error: StrategyMovedOn, client: Client
) -> dict[str, Any]:
    form.add_error(
        None,
        _(
            "Version %(number)s came into force while you were writing. What you typed"
            " is still here: compare it with what that version changed, and save again."
        )
        % {"number": error.number},
    )
    begun_upon = form.cleaned_data.get("after") or 0
    send_back(form, after=[str(error.number)])
    return {"meanwhile": _changed_since(client, begun_upon), "came": error.number}


def _changed_since(client: Client, number: int) -> list[ChangeWords]:
    newest = version_numbered(client, newest_number(client))
    before = version_numbered(client, number)
    return (what_changed(before, newest) if newest else None) or []


def _filled_from(request: HttpRequest, client: Client) -> StrategyVersion | None:
    number = request.GET.get("from", "")
    if not (number.isascii() and number.isdigit() and len(number) < 8):
        return None
    return version_numbered(client, int(number))


def _initial(
    client: Client, start: Strategy | None, template: Choice | None
) -> dict[str, Any]:
    if template:
        start = template_strategy(client, template.code)
    values = form_values(start) if start else {}
    return values | {"languages": values.get("languages") or [client.language]}
