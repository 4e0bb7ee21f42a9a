"""The consultant's own page: letterhead, language, time zone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from consultancy.actions.change_profile import LETTERHEAD, change_profile
from consultancy.forms.profile import ProfileForm
from consultancy.models import Consultant
from consultancy.web.owner import consultant_of
from consultancy.web.refusals import NOT_STORED, explain_not_stored


def profile(request: HttpRequest) -> HttpResponse:
    consultant = consultant_of(request)
    form = ProfileForm(request.POST or None, initial=_values(consultant))
    if form.is_valid():
        data = form.cleaned_data
        try:
            change_profile(
                consultant,
                letterhead={field: data[field] for field in LETTERHEAD},
                language=data["language"],
                time_zone=data["time_zone"],
                at=timezone.now(),
            )
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            with translation.override(data["language"]):
                messages.success(request, _("Your details are saved."))
            return redirect("profile")
    status = 422 if form.errors else 200
    return render(request, "consultancy/profile.html", {"form": form}, status=status)


def _values(consultant: Consultant) -> dict[str, str]:
    values = {field: getattr(consultant, field) for field in LETTERHEAD}
    user = consultant.user
    return values | {"language": user.language, "time_zone": user.time_zone}
