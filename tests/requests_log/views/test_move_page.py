from requests_log.models import ClientRequest
from requests_log.selectors.request_page import request_of
from requests_log.views.move_page import advice_or_404
from tests.people import make_advised


def test_advice_is_about_the_request_as_it_was_seen(bruno):
    request = make_advised(bruno)
    row = request_of(bruno.consultant, request.pk)
    ClientRequest.objects.update(asked_at="2026-11-22T10:00Z")
    assert advice_or_404(row).request.asked_at is None
