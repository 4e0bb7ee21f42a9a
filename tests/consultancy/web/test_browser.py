from django.test import RequestFactory

from consultancy.web.browser import note_browser


def test_what_a_browser_says_is_cut_to_what_is_stored():
    request = RequestFactory(headers={"user-agent": "a\x00" + "b" * 500}).get("/")
    request.session = {}
    note_browser(request)
    assert request.session == {"browser": "a" + "b" * 253}
