"""The page where a rule of one's own is written, as several views show it."""

from dataclasses import dataclass, field
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from consultancy.models import Consultant
from consultancy.web.owner import consultant_of
from consultancy.web.sent import send_back, sent
from requests_log.errors import RuleMovedOn, RuleNameTaken
from requests_log.forms.own_rule import OwnRuleForm
from requests_log.forms.own_rule_values import initial_of
from requests_log.forms.refusals import explain, sentence
from requests_log.models import OwnRule
from requests_log.selectors.learning import Lesson, lesson_of, telling_words
from requests_log.selectors.own_rules import own_rule_of, read_version

from .move_page import request_or_404

MOST_SAMPLE = 20_000


@dataclass
class Editor:
    """A form for a new rule, or for the next version of ROW."""

    consultant: Consultant
    row: OwnRule | None
    form: OwnRuleForm
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def client_keys(self) -> list[int]:
        """The clients ticked, as far as they are known."""
        return [client.pk for client in self.form.cleaned_data.get("clients") or ()]

    def refuse(self, error: Exception) -> None:
        """Say on the form why its rule is not in force."""
        if isinstance(error, RuleMovedOn):
            send_back(self.form, after=[str(error.number)])
        if isinstance(error, RuleNameTaken):
            name = f"name_{self.form.languages[0]}"
            self.form.add_error(name, sentence(error))
        else:
            explain(self.form, error)

    def page(self, request: HttpRequest, *, status: int | None = None) -> HttpResponse:
        context = {"form": self.form, "row": self.row, **self.more}
        status = status or (422 if self.form.errors else 200)
        return render(
            request, "requests_log/own_rule_form.html", context, status=status
        )


def editor_of(request: HttpRequest, code: str | None) -> Editor:
    """Return the editor as it was sent, or filled with the version in force, with the
    one the address names, or with what a request teaches. Raises Http404."""
    consultant = consultant_of(request)
    row = own_rule_of(consultant, code) if code else None
    if code and row is None:
        raise Http404
    initial = _initial_of(row, request.GET.get("version", "")) if row else {}
    more: dict[str, Any] = {}
    if row is None and request.GET.get("from", "").isdecimal():
        lesson = _lesson(request)
        initial = {"sample": lesson.sample}
        if lesson.verdict:
            initial["verdict"] = lesson.verdict
        # What the consultant wrote for the record is no reason for a client to read.
        more["note"] = lesson.why
    data = sent(request)
    sample = data.get("sample", "") if data is not None else initial.get("sample", "")
    ticked = data.getlist("telling") if data is not None else []
    form = OwnRuleForm(
        data,
        consultant=consultant,
        initial=initial,
        telling=tuple(dict.fromkeys([*ticked, *telling_words(sample[:MOST_SAMPLE])])),
    )
    return Editor(consultant, row, form, more)


def _initial_of(row: OwnRule, number: str) -> dict[str, Any]:
    versions = row.versions.filter(number__lte=row.number).order_by("-number")
    named = number.isascii() and number.isdigit() and len(number) < 8
    version = versions.filter(number=int(number)).first() if named else None
    version = version or versions[0]
    read = read_version(version)
    values = initial_of(read.rule) if read else {}
    return values | {"clients": version.clients, "after": row.number}


def _lesson(request: HttpRequest) -> Lesson:
    return lesson_of(request_or_404(request, int(request.GET["from"][:18])))
