"""How every form of the app is laid out: our own button, no inline anything."""

from crispy_forms.helper import FormHelper


def fields_only() -> FormHelper:
    """Return a helper that draws the fields; the page has the form and its buttons."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    return helper
