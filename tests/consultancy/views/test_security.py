import pytest
from django.urls import reverse

from consultancy.actions.enable_second_factor import begin_second_factor
from consultancy.selectors.second_factor import has_second_factor
from tests.people import PASSWORD, code_of, with_second_factor

PAGE = "/profile/security/"


@pytest.fixture
def web(marta, browser_of):
    return browser_of(marta)


def test_the_key_is_shown_as_picture_and_letters_and_a_code_turns_it_on(web, marta):
    page = web.post(f"{PAGE}begin/", follow=True)
    assert page.context["image"].startswith("data:image/svg+xml")
    assert len(page.context["key"].replace(" ", "")) == 32
    page = web.post(f"{PAGE}on/", {"code": code_of(marta)})
    assert has_second_factor(marta.user)
    assert all(code in page.content.decode() for code in page.context["codes"])
    assert page.headers["Cache-Control"].count("no-store")


def test_recovery_codes_are_shown_once(web, marta):
    web.post(f"{PAGE}begin/")
    codes = web.post(f"{PAGE}on/", {"code": code_of(marta)}).context["codes"]
    for path in (PAGE, f"{PAGE}recovery-codes/", f"{PAGE}off/"):
        assert codes[0] not in web.get(path).content.decode()
    assert web.get(f"{PAGE}on/").status_code == 302


def test_a_wrong_code_turns_nothing_on_and_says_why(web, marta):
    begin_second_factor(marta.user)
    page = web.post(f"{PAGE}on/", {"code": "000000"})
    assert page.status_code == 422
    assert page.context["form"].errors["code"]
    assert not has_second_factor(marta.user)


def test_looking_begins_nothing(web, marta):
    assert web.get(f"{PAGE}begin/").status_code == 405
    assert web.get(f"{PAGE}on/").status_code == 302


@pytest.mark.parametrize(
    ("password", "code", "is_on"),
    [(PASSWORD, None, False), ("no es", None, True), (PASSWORD, "000000", True)],
)
def test_turning_it_off_takes_password_and_code(web, marta, password, code, is_on):
    with_second_factor(marta)
    told = {"password": password, "code": code or code_of(marta)}
    response = web.post(f"{PAGE}off/", told)
    assert response.status_code == (422 if is_on else 302)
    assert has_second_factor(marta.user) == is_on


def test_a_wrong_password_does_not_use_the_code_up(web, marta):
    with_second_factor(marta)
    code = code_of(marta)
    web.post(f"{PAGE}off/", {"password": "no es", "code": code})
    assert web.post(f"{PAGE}off/", {"password": PASSWORD, "code": code})
    assert not has_second_factor(marta.user)


def test_new_recovery_codes_take_a_code(web, marta):
    before = with_second_factor(marta)
    page = web.post(f"{PAGE}recovery-codes/", {"code": before[0]})
    assert len(page.context["codes"]) == 10
    assert not set(before) & set(page.context["codes"])


@pytest.mark.parametrize("path", ["off/", "recovery-codes/"])
def test_there_is_nothing_to_change_where_it_is_off(web, path):
    assert web.get(PAGE + path).status_code == 302


@pytest.mark.parametrize("path", ["on/", "off/", "recovery-codes/"])
def test_it_says_so_when_nothing_can_be_written(web, marta, settings, path):
    with_second_factor(marta)
    settings.SIGNING_SECRET = None
    if path == "on/":
        begin_second_factor(marta.user)
        marta.user.totpdevice_set.filter(confirmed=True).delete()
    told = {"password": PASSWORD, "code": code_of(marta)}
    page = web.post(PAGE + path, told)
    assert page.status_code == 422
    assert page.context["form"].non_field_errors()


@pytest.mark.parametrize("path", ["", "off/", "recovery-codes/"])
def test_security_takes_few_queries(web, marta, django_assert_max_num_queries, path):
    with_second_factor(marta)
    web.get(PAGE)
    with django_assert_max_num_queries(8):
        assert web.get(PAGE + path).status_code == 200


def test_the_profile_leads_to_it(web):
    assert reverse("security") in web.get(reverse("profile")).content.decode()
