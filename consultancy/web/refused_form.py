"""Django's own form views, answering a refused form as the app's own do."""

from django import forms
from django.http import HttpResponse
from django.views.generic.base import ContextMixin, TemplateResponseMixin

from consultancy.web.form_page import REFUSED


class AnswersRefused(TemplateResponseMixin, ContextMixin):
    """Says in the status that the form is at fault, and leaves the focus to what is
    to be mended: a field that takes it as the page opens would hide the reason."""

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        for field in form.fields.values():
            field.widget.attrs.pop("autofocus", None)
        context = self.get_context_data(form=form)
        return self.render_to_response(context, status=REFUSED)
