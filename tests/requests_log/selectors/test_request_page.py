from datetime import date

from consultancy.selectors.clients import strategy_in_force
from requests_log.selectors.request_page import request_of, request_page
from tests.people import WANTS_TIKTOK, make_request, prove


def line_of(client):
    request = make_request(client, WANTS_TIKTOK)
    page = request_page(request_of(client.consultant, request.pk))
    (finding,) = [row for row in page.findings if "TikTok" in row.strategy_line]
    return finding.line_on, finding.line_agreed


def test_a_finding_says_noted_without_proof_and_agreed_with_it(bruno):
    version = strategy_in_force(bruno)
    type(version).objects.update(noted_on=date(2026, 4, 5))
    assert line_of(bruno) == (date(2026, 4, 5), False)
    prove(version)
    assert line_of(bruno) == (date(2026, 3, 3), True)
