import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from consultancy.models import KeptFile
from consultancy.web.uploads import MOST_FILES, FilesForm
from tests.people import NOW


def brought(consultant, *files, held=()):
    data = QueryDict(mutable=True)
    data.setlist("held", [str(pk) for pk in held])
    form = FilesForm(
        data, MultiValueDict({"uploads": list(files)}), consultant=consultant
    )
    form.hold_files(at=NOW)
    return form


def a_file(name="captura.txt", content=b"hola"):
    return SimpleUploadedFile(name, content)


def test_files_are_kept_at_once_under_a_name_of_ours(marta):
    form = brought(marta, a_file("../a.txt"), a_file("b.txt", b"adios"))
    assert form.is_valid()
    kept = KeptFile.objects.order_by("pk")
    assert form.held_files == list(kept)
    assert [file.name for file in kept] == ["a.txt", "b.txt"]
    assert all("a.txt" not in file.file.name for file in kept)
    assert kept[1].file.read() == b"adios"


def test_what_was_held_comes_again_without_being_brought_again(marta):
    first = brought(marta, a_file()).held_files[0]
    form = brought(marta, a_file("b.txt"), held=[first.pk])
    assert form.is_valid()
    assert [file.name for file in form.held_files] == ["captura.txt", "b.txt"]
    assert form.data.getlist("held") == [str(f.pk) for f in form.held_files]
    assert KeptFile.objects.count() == 2


@pytest.mark.parametrize("pk", ["7777", "x", "-1"])
def test_a_held_file_that_is_not_there_is_said(marta, pk):
    form = brought(marta, held=[pk])
    assert list(form.errors) == ["held"]


def test_another_consultant_s_file_cannot_be_named(marta, nadia):
    theirs = brought(nadia, a_file()).held_files[0]
    form = brought(marta, held=[theirs.pk])
    assert list(form.errors) == ["held"]
    assert form.held_files == []


def test_a_used_file_cannot_be_named_again(marta):
    used = brought(marta, a_file()).held_files[0]
    KeptFile.objects.update(used_at=NOW)
    assert not brought(marta, held=[used.pk]).is_valid()


def test_an_empty_file_is_refused_by_name(marta):
    form = brought(marta, a_file(content=b""))
    assert "captura.txt" in form.errors["uploads"][0]
    assert not KeptFile.objects.exists()


def test_a_file_over_the_limit_is_refused_by_name(marta, settings):
    settings.KEPT_FILE_LIMIT = 3
    form = brought(marta, a_file())
    assert "captura.txt" in form.errors["uploads"][0]
    assert not KeptFile.objects.exists()


def test_a_practice_has_so_much_room_and_no_more(marta, settings):
    settings.KEPT_FILES_LIMIT = 6
    form = brought(marta, a_file(), a_file("b.txt"))
    assert "uploads" in form.errors
    assert [file.name for file in form.held_files] == ["captura.txt"]


def test_more_files_than_a_form_takes_are_refused(marta):
    form = brought(marta, *(a_file(f"{n}.txt") for n in range(MOST_FILES + 1)))
    assert "uploads" in form.errors
    assert not KeptFile.objects.exists()


def test_a_disk_that_takes_nothing_is_a_sentence(marta, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("consultancy.storage.DurableFileSystemStorage._save", full)
    form = brought(marta, a_file())
    assert "uploads" in form.errors
    assert not KeptFile.objects.exists()
