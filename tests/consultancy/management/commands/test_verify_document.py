import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from consultancy.paper.errors import ChildError
from requests_log.actions.record_decision import record_decision
from tests.forgeries import spoil
from tests.people import NOW, answer, make_advised

COMMAND = "consultancy.management.commands.verify_document"


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (lambda pdf: pdf, 0, "Unchanged since it was issued."),
        (lambda pdf: pdf + b"x", 1, "Something was added after it was signed."),
        (spoil.flipped_in_the_room, 1, "Changed since it was signed."),
        (lambda _pdf: b"hola", 2, "This is no PDF."),
    ],
)
def test_a_file_is_told_in_the_words_of_the_page_and_an_exit_code(
    bruno, tmp_path, capsys, change, code, words
):
    decision = record_decision(make_advised(bruno), answer=answer(), at=NOW)
    file = tmp_path / "letter.pdf"
    file.write_bytes(change(decision.document.files.get().file.read()))
    with translation.override("en"), pytest.raises(SystemExit) as ended:
        call_command("verify_document", file)
    assert (ended.value.code, words in capsys.readouterr().out) == (code, True)


def test_a_file_that_is_not_there_is_said(db, tmp_path):
    with pytest.raises(CommandError) as refused:
        call_command("verify_document", tmp_path / "none.pdf")
    assert refused.value.returncode == 3


def test_a_file_nobody_could_look_at_is_said(db, tmp_path, monkeypatch):
    def busy(_content):
        raise ChildError(ChildError.BUSY)

    monkeypatch.setattr(f"{COMMAND}.verify_file", busy)
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"x")
    with pytest.raises(CommandError) as refused:
        call_command("verify_document", file)
    assert refused.value.returncode == 3
