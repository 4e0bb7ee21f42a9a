"""How the consultant gets in, and that nobody else does."""

from base64 import b32encode
from collections.abc import Callable
from typing import TypeVar

import segno
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice

from consultancy.actions.check_code import check_code
from consultancy.actions.disable_second_factor import disable_second_factor
from consultancy.actions.enable_second_factor import (
    begin_second_factor,
    enable_second_factor,
)
from consultancy.actions.end_sessions import end_other_sessions
from consultancy.actions.renew_recovery_codes import renew_recovery_codes
from consultancy.forms.security import CodeForm, DisableForm
from consultancy.selectors.second_factor import (
    authenticator_to_confirm,
    second_factor_of,
)
from consultancy.selectors.sessions import open_sessions
from consultancy.web.codes import REFUSED, explain_refused
from consultancy.web.form_page import form_page
from consultancy.web.owner import consultant_of
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent

CODES = "consultancy/recovery_codes.html"

Result = TypeVar("Result")


def security(request: HttpRequest) -> HttpResponse:
    consultant = consultant_of(request)
    key, now = request.session.session_key, timezone.now()
    context = {
        "second_factor": second_factor_of(consultant.user),
        "sessions": open_sessions(consultant.user, this=key, at=now),
    }
    return render(request, "consultancy/security.html", context)


@require_POST
def second_factor_begin(request: HttpRequest) -> HttpResponse:
    begin_second_factor(consultant_of(request).user)
    return redirect("second_factor_enable")


@sensitive_post_parameters("code")
def second_factor_enable(request: HttpRequest) -> HttpResponse:
    """Show the new key and take a code made with it; then the recovery codes, once."""
    consultant = consultant_of(request)
    device = authenticator_to_confirm(consultant.user)
    if device is None:
        return redirect("security")
    form = CodeForm(sent(request))
    codes = _with_code(
        form,
        lambda code: enable_second_factor(consultant, code=code, at=timezone.now()),
    )
    if codes:
        end_other_sessions(consultant.user, keep=request.session.session_key)
        return render(request, CODES, {"codes": codes, "is_new": True})
    return form_page(
        request, "consultancy/second_factor_enable.html", form, **_shown(device)
    )


def _shown(device: TOTPDevice) -> dict[str, str]:
    """Return the key as a picture for a camera and as letters for hands."""
    key = b32encode(device.bin_key).decode().lower()
    fours = [key[start : start + 4] for start in range(0, len(key), 4)]
    picture = segno.make(device.config_url, error="m", micro=False)
    image = picture.svg_data_uri(scale=5, border=4, light="#fff", dark="#000")
    return {"key": " ".join(fours), "image": image}


@sensitive_post_parameters("password", "code")
def second_factor_disable(request: HttpRequest) -> HttpResponse:
    consultant = consultant_of(request)
    if second_factor_of(consultant.user) is None:
        return redirect("security")
    form = DisableForm(sent(request), user=consultant.user)

    def turn_off(code: str) -> bool:
        check_code(consultant.user, code)
        disable_second_factor(consultant, at=timezone.now())
        return True

    if _with_code(form, turn_off):
        messages.success(request, _("The second step is off."))
        return redirect("security")
    return form_page(request, "consultancy/second_factor_disable.html", form)


@sensitive_post_parameters("code")
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Take a code and show ten new ones for recovery, once."""
    consultant = consultant_of(request)
    if second_factor_of(consultant.user) is None:
        return redirect("security")
    form = CodeForm(sent(request))
    codes = _with_code(
        form,
        lambda code: renew_recovery_codes(consultant, code=code, at=timezone.now()),
    )
    if codes:
        return render(request, CODES, {"codes": codes})
    return form_page(request, "consultancy/recovery_codes_renew.html", form)


def _with_code(form: forms.Form, act: Callable[[str], Result]) -> Result | None:
    """Act with the code of a sound form; None where that is refused, said on it."""
    if not form.is_valid():
        return None
    try:
        return act(form.cleaned_data["code"])
    except REFUSED as error:
        explain_refused(form, error)
    except NOT_STORED as error:
        explain_not_stored(form, error)
    return None
