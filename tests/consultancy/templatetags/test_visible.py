from django.template import Context, Template

from consultancy.templatetags.visible import visible


def test_what_turns_letters_round_is_shown_by_its_number():
    assert visible("factura\u202egpj.exe\u202c") == "factura[U+202E]gpj.exe[U+202C]"


def test_arabic_and_emoji_stay_as_they_are():
    text = "مرحبا 👨\u200d👩\u200d👧 \u200f¡Hola!"
    assert visible(text) == text


def test_markup_stays_text():
    page = Template("{% load visible %}{{ text|visible }}")
    shown = page.render(Context({"text": "<b>\u2066</b>"}))
    assert shown == "&lt;b&gt;[U+2066]&lt;/b&gt;"
