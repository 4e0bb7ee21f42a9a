import pytest

from requests_log.forms.thin import is_thin


@pytest.mark.parametrize(
    "text", ["", "ok", "porque sí", "sí, sí, sí, sí", "Because I say so!", "...", "n/a"]
)
def test_words_that_say_nothing_are_thin(text):
    assert is_thin(text)


@pytest.mark.parametrize(
    "text", ["la feria es en dos semanas", "it worked for our Leeds shop last year"]
)
def test_a_reason_is_not(text):
    assert not is_thin(text)
