import pytest
from django.core.management import CommandError, call_command

from consultancy.ledger.checkpoint import read_checkpoint


def test_every_practice_is_in_the_file(marta, nadia, tmp_path):
    file = tmp_path / "heads.json"
    call_command("export_checkpoint", str(file))
    assert set(read_checkpoint(file.read_text())) == {
        str(marta.public_id),
        str(nadia.public_id),
    }


def test_one_practice_alone_is_shown(marta, nadia, capsys):
    call_command("export_checkpoint", "-", consultant="MARTA@example.com")
    told = read_checkpoint(capsys.readouterr().out)
    assert list(told) == [str(marta.public_id)]


def test_a_file_that_is_there_is_never_written_over(marta, tmp_path):
    file = tmp_path / "heads.json"
    file.write_text("earlier")
    with pytest.raises(CommandError, match="exists"):
        call_command("export_checkpoint", str(file))
    assert file.read_text() == "earlier"


def test_an_address_nobody_has_is_refused(marta):
    with pytest.raises(CommandError, match="eva@example"):
        call_command("export_checkpoint", "-", consultant="eva@example.com")
