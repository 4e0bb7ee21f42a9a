"""Which pieces of a message make a request of their own."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from consultancy.web.submissions import SubmissionField
from requests_log.models import ClientRequest
from requests_log.selectors.pieces import Cut
from requests_log.triage.asks import MOST_PARTS, Mark, parts_of
from requests_log.triage.findings import Span

MARKS = [(mark, mark) for mark in Mark]


class SplitForm(forms.Form):
    """A mark for each piece. `shown` is how long the text was that the page showed: a
    request that was split meanwhile is shorter."""

    submission = SubmissionField()
    shown = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, request: ClientRequest, cut: Cut, **kwargs: Any
    ) -> None:
        length = len(request.text)
        self.is_stale = bool(data) and data.get("shown") != str(length)
        kwargs["initial"] = {"submission": uuid.uuid4(), "shown": length}
        super().__init__(kwargs["initial"] if self.is_stale else data, **kwargs)
        self.cut = cut
        for piece in cut.pieces:
            self.fields[_name(piece)] = forms.ChoiceField(choices=MARKS, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        parts = len(self.spans())
        if self.errors:
            self.add_error(None, _("These parts cannot be made. Mark them anew."))
        elif parts < 2 and not self.is_stale:
            self.add_error(
                None, _("Mark where a second request begins, or leave it whole.")
            )
        elif parts > MOST_PARTS:
            self.add_error(
                None,
                _("At most %(most)s requests are made of one message.")
                % {"most": MOST_PARTS},
            )
        return data

    @property
    def marks(self) -> list[Mark]:
        """What is chosen, sound or not; where nothing is, what was proposed."""
        return [
            _mark(self[_name(piece)].value(), proposed)
            for piece, proposed in zip(self.cut.pieces, self.cut.proposed, strict=True)
        ]

    def spans(self) -> list[Span]:
        return parts_of(self.cut.pieces, self.marks)


def _name(piece: Span) -> str:
    return f"piece-{piece.start}"


def _mark(value: Any, proposed: Mark) -> Mark:
    return Mark(value) if value in set(Mark) else proposed
