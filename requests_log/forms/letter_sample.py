"""What is being typed in the profile, as far as a letter could show it already."""

from dataclasses import replace
from typing import Any

from django import forms

from consultancy.actions.change_profile import LETTERHEAD
from consultancy.models import Language
from consultancy.web.letterhead import LetterheadForm
from requests_log.letters.parts import Letterhead


class SampleForm(LetterheadForm):
    """Any part that would be refused is left as it is stored."""

    language = forms.ChoiceField(choices=Language.choices, required=False)

    def letterhead(self, stored: Letterhead) -> Letterhead:
        """Return the letterhead as it would be if what is typed were saved."""
        self.is_valid()
        told = self.cleaned_data
        changes: dict[str, Any] = {
            field: told[field] for field in (*LETTERHEAD, "accent") if field in told
        }
        if self.shade:
            changes["accent"] = self.shade
        if told.get("removes_logo"):
            changes["logo"] = None
        if told.get("logo"):
            changes["logo"] = told["logo"].paper
        return replace(stored, **changes)
