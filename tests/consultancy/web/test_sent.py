import pytest
from django import forms
from django.http import QueryDict

from consultancy.web.sent import send_back, sent


class Form(forms.Form):
    name = forms.CharField(required=False)


@pytest.mark.parametrize("came", [QueryDict("name=a&held=1&held=2"), {"name": "a"}])
def test_a_form_shown_again_says_what_it_is_told_to(came):
    form = Form(came)
    send_back(form, name=["b"], more=["x", "y"])
    assert form["name"].value() == "b"
    assert form.data.getlist("more") == ["x", "y"]
    assert came["name"] == "a"


def test_what_else_came_stays():
    form = Form(QueryDict("name=a&held=1&held=2"))
    send_back(form, name=["b"])
    assert form.data.getlist("held") == ["1", "2"]


def test_nothing_sent_is_not_the_same_as_nothing_asked(rf):
    assert sent(rf.get("/", {"name": "a"})) is None
    assert sent(rf.post("/")) == QueryDict("")
