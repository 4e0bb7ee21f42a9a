from django.urls import reverse

from requests_log.selectors.due import reminder_days


def test_the_pace_is_settled_and_shown(marta, browser_of):
    web = browser_of(marta)
    address = reverse("requests_log:pace")
    assert "2, 5, 10" in web.get(address).content.decode()
    assert web.post(address, {"reminder_days": "3, 8"}).status_code == 302
    assert reminder_days(marta) == [3, 8]
    assert web.post(address, {"reminder_days": "8, 3"}).status_code == 422


def test_without_the_secret_nothing_is_settled(marta, browser_of, settings):
    settings.SIGNING_SECRET = None
    address = reverse("requests_log:pace")
    response = browser_of(marta).post(address, {"reminder_days": "3"})
    assert response.status_code == 422
    assert reminder_days(marta) == [2, 5, 10]
