import pytest
from django.core.management import CommandError, call_command

from requests_log.actions.record_decision import record_decision
from tests.people import NOW, answer, make_advised


@pytest.mark.parametrize(
    ("change", "code", "word"),
    [
        (lambda pdf: pdf, 0, "Unchanged"),
        (lambda pdf: pdf + b"x", 1, "Changed"),
        (lambda _pdf: b"%PDF-1.7 other", 2, "Not ours"),
    ],
)
def test_a_file_is_told_in_a_word_and_an_exit_code(
    bruno, tmp_path, capsys, change, code, word
):
    decision = record_decision(make_advised(bruno), answer=answer(), at=NOW)
    file = tmp_path / "letter.pdf"
    file.write_bytes(change(decision.document.files.get().file.read()))
    with pytest.raises(SystemExit) as ended:
        call_command("verify_document", file)
    assert (ended.value.code, word in capsys.readouterr().out) == (code, True)


def test_a_file_that_is_not_there_is_said(db, tmp_path):
    with pytest.raises(CommandError):
        call_command("verify_document", tmp_path / "none.pdf")
