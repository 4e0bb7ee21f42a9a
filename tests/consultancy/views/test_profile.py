import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consultancy.models import Brand, Consultant
from tests.logos import change_look, logo_file

TYPED = {
    "name": "Marta Roldán",
    "trade": "Consultora",
    "email": "m@example.com",
    "accent": "#9b1c31",
    "accent_picked": "#9b1c31",
    "language": "en",
    "time_zone": "Europe/London",
}
LOGO = reverse("profile_logo")


def uploaded(content, name="logo.png", kind="image/png"):
    return SimpleUploadedFile(name, content, kind)


@pytest.fixture
def save(marta, browser_of):
    web = browser_of(marta)

    def save(**typed):
        return web.post(reverse("profile"), TYPED | typed, follow=True)

    return save


def test_the_page_answers_in_the_language_just_chosen(save):
    assert "Your details are saved." in save().content.decode()
    assert Consultant.objects.get().trade == "Consultora"


def test_a_wrong_field_keeps_the_others(save):
    response = save(email="no")
    assert response.status_code == 422
    assert "Consultora" in response.content.decode()
    assert Consultant.objects.get().trade == ""


def test_colour_and_logo_are_kept(save):
    page = save(logo=uploaded(logo_file())).content.decode()
    assert Brand.objects.get().accent == "#9b1c31"
    assert page.count(f'src="{LOGO}?') == 2


def test_a_logo_goes_when_told_so(save):
    save(logo=uploaded(logo_file()))
    assert LOGO not in save(removes_logo="on").content.decode()


def test_a_pale_colour_is_said_beside_it_with_a_shade_to_take(save):
    response = save(accent="#ffd400", accent_picked="#ffd400")
    assert response.status_code == 422
    assert 'name="accent_shade" value="#8c7500"' in response.content.decode()
    assert not Brand.objects.exists()
    save(accent="#ffd400", accent_picked="#ffd400", accent_shade="#8c7500")
    assert Brand.objects.get().accent == "#8c7500"


@pytest.mark.parametrize("name", ["../../x.png", "C:\\x.png", "CON", ".x", "x" * 300])
def test_no_file_is_called_as_the_upload_says(save, name):
    save(logo=uploaded(logo_file(), name))
    stored = Brand.objects.get().logo.name
    assert stored.startswith(f"logos/{Consultant.objects.get().public_id}/")
    assert len(stored.rpartition("/")[2]) == len(".png") + 32


def test_fields_nobody_offers_are_not_stored(save):
    save(logo_sha256="x", user="2", public_id="3", is_superuser="on")
    assert Brand.objects.get().logo_sha256 == ""


def test_nothing_is_stored_while_nothing_can_be_recorded(save, settings):
    settings.SIGNING_SECRET = ""
    response = save(logo=uploaded(logo_file()))
    assert response.status_code == 422
    assert "Consultora" in response.content.decode()
    assert not Brand.objects.exists()


def test_the_page_takes_few_queries(marta, browser_of, django_assert_max_num_queries):
    change_look(marta, logo=logo_file())
    web = browser_of(marta)
    with django_assert_max_num_queries(8):
        web.get(reverse("profile"))


@pytest.mark.parametrize("ground", ["paper", "screen"])
def test_the_logo_is_handed_out_as_a_picture_and_nothing_else(
    marta, browser_of, ground
):
    change_look(marta, logo=logo_file() + b"<script>alert(1)</script>")
    response = browser_of(marta).get(LOGO, {"ground": ground})
    assert response.content.startswith(b"\x89PNG")
    assert b"script" not in response.content
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"
    assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.parametrize("ground", ["paper", "screen", "../secret_key", "logo"])
def test_who_has_no_logo_gets_none(marta, nadia, browser_of, ground):
    change_look(marta, logo=logo_file())
    assert browser_of(nadia).get(LOGO, {"ground": ground}).status_code == 404


def test_only_this_page_may_frame_what_its_own_script_made(marta, browser_of):
    web = browser_of(marta)
    policy = web.get(reverse("profile"))["Content-Security-Policy"]
    assert "frame-src blob:" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-src" not in web.get("/clients/")["Content-Security-Policy"]


def test_a_logo_is_only_looked_at(marta, browser_of):
    assert browser_of(marta).post(LOGO).status_code == 405
