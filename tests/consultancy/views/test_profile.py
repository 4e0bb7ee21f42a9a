from django.urls import reverse

from consultancy.models import Consultant

TYPED = {
    "name": "Marta Roldán",
    "trade": "Consultora",
    "email": "m@example.com",
    "language": "en",
    "time_zone": "Europe/London",
}


def test_the_page_answers_in_the_language_just_chosen(marta, browser_of):
    web = browser_of(marta)
    response = web.post(reverse("profile"), TYPED, follow=True)
    assert "Your details are saved." in response.content.decode()
    assert Consultant.objects.get().trade == "Consultora"


def test_a_wrong_field_keeps_the_others(marta, browser_of):
    response = browser_of(marta).post(reverse("profile"), TYPED | {"email": "no"})
    assert response.status_code == 422
    assert "Consultora" in response.content.decode()
    assert Consultant.objects.get().trade == ""
