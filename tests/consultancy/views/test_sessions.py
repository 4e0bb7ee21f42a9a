from django.test import Client as Browser
from django.urls import reverse

from consultancy.models import Session
from tests.people import PASSWORD, code_of

PAGE = "/profile/security/"
NEW = "otra contraseña larga"


def signed_in(agent):
    web = Browser(headers={"user-agent": agent})
    told = {"username": "marta@example.com", "password": PASSWORD}
    web.post(reverse("login"), told)
    return web


def is_in(web):
    return web.get(reverse("profile")).status_code == 200


def test_every_session_is_listed_and_this_one_marked(marta):
    signed_in("Firefox/1 Linux")
    web = signed_in("Chrome/1 Android")
    page = web.get(PAGE)
    names = [(row.browser, row.is_this) for row in page.context["sessions"]]
    assert names == [("Chrome, Android", True), ("Firefox, Linux", False)]
    keys = Session.objects.values_list("session_key", flat=True)
    assert not any(key in page.content.decode() for key in keys)


def test_one_is_ended_and_the_others_stay(marta):
    webs = [signed_in(f"{name}/1") for name in ("Firefox", "Chrome", "Safari")]
    rows = webs[0].get(PAGE).context["sessions"]
    handle = next(row.handle for row in rows if row.browser == "Chrome")
    webs[0].post(f"{PAGE}sign-out/", {"session": handle})
    assert [is_in(web) for web in webs] == [True, False, True]


def test_all_others_are_ended(marta):
    webs = [signed_in("Firefox/1") for _ in range(3)]
    webs[1].post(f"{PAGE}sign-out-others/")
    assert [is_in(web) for web in webs] == [False, True, False]


def test_another_consultant_s_session_cannot_be_ended(marta, nadia, browser_of):
    web = signed_in("Firefox/1")
    handle = web.get(PAGE).context["sessions"][0].handle
    browser_of(nadia).post(f"{PAGE}sign-out/", {"session": handle})
    browser_of(nadia).post(f"{PAGE}sign-out-others/")
    assert is_in(web)


def test_looking_ends_nothing(marta):
    web, other = signed_in("Firefox/1"), signed_in("Firefox/1")
    for path in ("sign-out/", "sign-out-others/"):
        assert web.get(PAGE + path).status_code == 405
    assert is_in(other)


def test_changing_the_password_ends_the_others_and_forgets_them(marta):
    web, other = signed_in("Firefox/1"), signed_in("Firefox/1")
    told = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    web.post(reverse("password_change"), told)
    assert Session.objects.count() == 1
    assert (is_in(web), is_in(other)) == (True, False)
    assert [row.is_this for row in web.get(PAGE).context["sessions"]] == [True]


def test_turning_the_second_step_on_ends_the_others(marta):
    web, other = signed_in("Firefox/1"), signed_in("Firefox/1")
    web.post(f"{PAGE}begin/")
    web.post(f"{PAGE}on/", {"code": code_of(marta)})
    assert (is_in(web), is_in(other)) == (True, False)


def test_the_list_takes_few_queries(marta, django_assert_max_num_queries):
    webs = [signed_in("Firefox/1") for _ in range(4)]
    with django_assert_max_num_queries(8):
        webs[0].get(PAGE)


def test_signing_in_with_a_code_notes_the_browser_too(marta):
    web = signed_in("Firefox/1")
    web.post(f"{PAGE}begin/")
    codes = web.post(f"{PAGE}on/", {"code": code_of(marta)}).context["codes"]
    other = signed_in("Chrome/1 Windows")
    other.post(reverse("sign_in_code"), {"code": codes[0]})
    assert other.get(PAGE).context["sessions"][0].browser == "Chrome, Windows"


def test_the_password_s_page_says_itself_what_is_missing(marta):
    refused = signed_in("Firefox/1").post(reverse("password_change"), {})
    page = refused.content.decode().split("<main")[1]
    assert refused.status_code == 422
    assert "novalidate" in page.split("<form")[1].split(">")[0]
    assert page.count("is-invalid") >= 3
