from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from consultancy.models import Session, User


@pytest.mark.parametrize(("language", "word"), [("es", "Hoy"), ("en", "Today")])
def test_the_app_speaks_the_user_s_language(marta, browser_of, language, word):
    User.objects.update(language=language)
    marta.user.refresh_from_db()
    page = browser_of(marta).get("/", headers={"accept-language": "fr"})
    assert word in page.content.decode()
    assert f'<html lang="{language}"' in page.content.decode()


def test_a_visitor_s_language_is_the_browser_s_then_the_one_he_chose(client, db):
    spanish = client.get("/login/", headers={"accept-language": "es-MX"})
    assert '<html lang="es"' in spanish.content.decode()
    client.post(reverse("language"), {"language": "en", "next": "/login/"})
    english = client.get("/login/", headers={"accept-language": "es-MX"})
    assert '<html lang="en"' in english.content.decode()


def test_times_are_shown_in_the_user_s_zone(bruno, browser_of):
    User.objects.update(time_zone="America/Mexico_City")
    bruno.consultant.user.refresh_from_db()
    page = browser_of(bruno.consultant).get("/profile/")
    assert page.context["form"].initial["time_zone"] == "America/Mexico_City"


def test_the_last_use_is_noted_and_not_at_every_page(marta, browser_of):
    web = browser_of(marta)
    for minutes, noted in ((4, False), (6, True)):
        before = timezone.now() - timedelta(minutes=minutes)
        Session.objects.update(used_at=before)
        web.get("/profile/")
        assert (Session.objects.get().used_at != before) == noted
