"""The consultant's own page: letterhead, look, language, time zone."""

from csp.constants import NONE
from csp.decorators import csp_replace, csp_update
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from consultancy.actions.change_profile import LETTERHEAD, change_profile
from consultancy.forms.profile import ProfileForm, values_of
from consultancy.selectors.brand import brand_of, logo_for_paper, logo_for_screen
from consultancy.web.form_page import form_page
from consultancy.web.owner import consultant_of
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent

LOGOS = {"paper": logo_for_paper, "screen": logo_for_screen}


@csp_update({"frame-src": ["blob:"]})  # the sample letter that letter-preview.js shows
def profile(request: HttpRequest) -> HttpResponse:
    consultant = consultant_of(request)
    brand = brand_of(consultant)
    shown = values_of(consultant, brand)
    form = ProfileForm(sent(request), request.FILES or None, initial=shown)
    if form.is_valid():
        data = form.cleaned_data
        try:
            change_profile(
                consultant,
                letterhead={field: data[field] for field in LETTERHEAD},
                language=data["language"],
                time_zone=data["time_zone"],
                look=form.look(),
                at=timezone.now(),
            )
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            with translation.override(data["language"]):
                messages.success(request, _("Your details are saved."))
            return redirect("profile")
    return form_page(request, "consultancy/profile.html", form, brand=brand)


@require_safe
@csp_replace({"default-src": [NONE], "sandbox": True})
def profile_logo(request: HttpRequest) -> HttpResponse:
    """Hand out one's own logo: for paper, or seen through with `?ground=screen`."""
    stored = LOGOS.get(request.GET.get("ground", "paper"))
    content = stored and stored(brand_of(consultant_of(request)))
    if not content:
        raise Http404
    return HttpResponse(
        content,
        content_type="image/png",
        headers={"Cache-Control": "private, no-store"},
    )
