"""A sentence without sound Spanish is named."""

from pathlib import Path

from go_steps.translations import missing

CATALOGUE = r"""
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "Client"
msgstr "Cliente"

msgid "Request"
msgstr ""

#, fuzzy
msgid "Requests"
msgstr "Petición"

msgid "one"
msgid_plural "many"
msgstr[0] "uno"
msgstr[1] ""

#~ msgid "Gone"
#~ msgstr ""
"""


def test_missing_and_guessed_sentences_are_named_and_old_ones_are_not(
    tmp_path: Path,
) -> None:
    catalogue = tmp_path / "django.po"
    catalogue.write_text(CATALOGUE, "utf-8")
    assert missing(catalogue) == [
        "missing: 'Request'",
        "guessed: 'Requests'",
        "missing: 'one'",
    ]
