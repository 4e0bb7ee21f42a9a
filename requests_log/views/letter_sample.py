"""A sample letter with the letterhead that is stored, or that is being typed."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from consultancy.paper.errors import RenderError
from consultancy.paper.render import render
from consultancy.selectors.brand import brand_of
from consultancy.web.letterhead import look_shown
from consultancy.web.owner import consultant_of
from requests_log.forms.letter_sample import SampleForm
from requests_log.letters.sample import sample_job
from requests_log.selectors.letterhead import letterhead_of

# A sample must not hold up a letter for long, nor wait behind many.
WALL_SECONDS = 8.0
QUEUE_SECONDS = 2.0


@require_http_methods(["GET", "HEAD", "POST"])
def letter_sample(request: HttpRequest) -> HttpResponse:
    """Answer with a PDF; nothing of it is stored, and no number is taken."""
    consultant = consultant_of(request)
    user = consultant.user
    letterhead, language = letterhead_of(consultant), user.language
    if request.method == "POST":
        shown = look_shown(brand_of(consultant))
        form = SampleForm(request.POST, request.FILES, initial=shown)
        letterhead = form.letterhead(letterhead)
        language = form.cleaned_data.get("language") or language
    job = sample_job(
        letterhead, language=language, zone=user.time_zone, at=timezone.now()
    )
    try:
        pdf = render(job, wall_seconds=WALL_SECONDS, queue_seconds=QUEUE_SECONDS)
    except RenderError:
        return HttpResponse(status=503, headers={"Retry-After": "5"})
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="sample.pdf"'},
    )
