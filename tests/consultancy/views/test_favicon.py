from django.contrib.staticfiles import finders


def test_a_browser_that_asks_unasked_is_led_to_the_mark(client):
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    assert finders.find(response["Location"].removeprefix("/static/"))
