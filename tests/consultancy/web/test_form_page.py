import pytest
from django import forms

from consultancy.web.form_page import form_page

TEMPLATE = "components/form_errors.html"


class Form(forms.Form):
    name = forms.CharField()

    def clean(self):
        if self.cleaned_data.get("name") == "x":
            raise forms.ValidationError("No such name.")


@pytest.mark.parametrize(
    ("data", "status"), [(None, 200), ({"name": "a"}, 200), ({"name": "x"}, 422)]
)
def test_the_status_says_whether_the_form_is_at_fault(rf, data, status):
    page = form_page(rf.get("/"), TEMPLATE, Form(data), template="a name like any")
    assert page.status_code == status
    assert ("No such name." in page.content.decode()) == (status == 422)
