"""What a stranger may have put into a zip is refused before any of it is used."""

import io
import json
import stat
import struct
import zipfile

import pytest

from consultancy.safekeeping import archive as rooms
from consultancy.safekeeping.archive import (
    MANIFEST,
    Archive,
    BadArchive,
    manifest_sum,
    open_archive,
)
from consultancy.safekeeping.packing import new_archive

CONTENTS = {"database.sqlite3": b"rows " * 500, "files/kept/a1": b"acta", "b.pdf": b""}


@pytest.fixture
def file(tmp_path):
    """Return a sound archive."""
    file = tmp_path / "backup.zip"
    with new_archive(file, told={"format": "x"}) as archive:
        for name, content in CONTENTS.items():
            archive.add(name, io.BytesIO(content))
    return file


def read(file):
    with open_archive(file) as archive:
        archive.verify()
        return {name: b"".join(archive.chunks(name)) for name in archive.entries}


def forge(file, contents, **changes):
    """Write an archive by hand: (ZipInfo or name, content) pairs, manifest and all."""
    told = [
        {"name": getattr(i, "filename", i), "size": len(c), "sha256": "0" * 64}
        for i, c in contents
    ]
    manifest = {"entries": told} | changes
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for info, content in contents:
            packed.writestr(info, content)
        packed.writestr(
            MANIFEST, json.dumps(manifest | {"sha256": manifest_sum(manifest)})
        )


def refused(file, said):
    with pytest.raises(BadArchive, match=said):
        read(file)


def test_what_was_written_is_read_back(file):
    assert read(file) == CONTENTS
    assert file.stat().st_mode & 0o077 == 0


def test_any_byte_changed_in_any_file_is_named(file):
    sound = file.read_bytes()
    with zipfile.ZipFile(file) as packed:
        places = {
            i.filename: (i.header_offset, i.compress_size) for i in packed.filelist
        }
    for name, (offset, size) in places.items():
        if not size:
            continue
        start = offset + 30 + struct.unpack_from("<H", sound, offset + 26)[0]
        start += struct.unpack_from("<H", sound, offset + 28)[0]
        changed = bytearray(sound)
        changed[start + size // 2] ^= 1
        file.write_bytes(changed)
        refused(file, "manifest|" + name)


def test_a_file_of_another_content_is_named(tmp_path):
    forge(tmp_path / "x.zip", [("files/a", b"other")])
    refused(tmp_path / "x.zip", "files/a was changed")


def test_an_archive_that_is_not_whole_is_refused(file):
    sound = file.read_bytes()
    for cut in (0, 1, len(sound) // 2, len(sound) - 1):
        file.write_bytes(sound[:cut])
        refused(file, "zip|manifest|read")


@pytest.mark.parametrize(
    "name",
    [
        *("../x", "a/../../x", "/etc/x", "C:/x", "c:x", "a\\..\\x", "\\\\host\\x"),
        *("a//b", "./a", "a/.", ".hidden", "a/.ssh", "a\x00b", "a\nb", "ñ", "x" * 400),
        *("a/", "a b", "~x", "-x", ""),
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path, name):
    info = zipfile.ZipInfo("placeholder")
    info.filename = info.orig_filename = name
    forge(tmp_path / "x.zip", [(info, b"x")])
    refused(tmp_path / "x.zip", "name|unnamed|missing|whole")


@pytest.mark.parametrize(
    "kind", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO, stat.S_IFCHR]
)
def test_a_link_is_refused(tmp_path, kind):
    info = zipfile.ZipInfo("files/a")
    info.external_attr = (kind | 0o777) << 16
    forge(tmp_path / "x.zip", [(info, b"/etc/passwd")])
    refused(tmp_path / "x.zip", "link")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(tmp_path):
    forge(tmp_path / "x.zip", [("files/a", b"1"), ("files/a", b"2")])
    refused(tmp_path / "x.zip", "two files of one name")


def test_a_bomb_is_refused_by_its_headers(tmp_path, monkeypatch):
    monkeypatch.setattr(rooms, "HARMLESS", 1_000_000)
    forge(tmp_path / "x.zip", [("files/a", b"\0" * 20_000_000)])
    refused(tmp_path / "x.zip", "bomb")


def test_headers_that_lie_are_found_while_reading(tmp_path):
    file = tmp_path / "x.zip"
    forge(file, [("files/a", b"\0" * 5_000_000)])
    sound = file.read_bytes()
    lied = sound.replace(struct.pack("<I", 5_000_000), struct.pack("<I", 4))
    file.write_bytes(lied)
    refused(file, "another size")
    manifest = {"entries": [{"name": "files/a", "size": 4, "sha256": "0" * 64}]}
    forge(file, [("files/a", b"\0" * 5_000_000)], **manifest)
    lied = file.read_bytes().replace(struct.pack("<I", 5_000_000), struct.pack("<I", 4))
    file.write_bytes(lied)
    refused(file, "files/a")


def test_nothing_is_read_beyond_the_size_that_was_told(file):
    told = {"name": "database.sqlite3", "size": 7, "sha256": "0" * 64}
    with zipfile.ZipFile(file) as packed:
        archive = Archive(packed, {"entries": [told]})
        with pytest.raises(BadArchive, match="larger than it says"):
            archive.verify()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(tmp_path, method):
    info = zipfile.ZipInfo("files/a")
    info.compress_type = method
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr(info, b"x", compress_type=method)
        packed.writestr(MANIFEST, "{}")
    refused(tmp_path / "x.zip", "packed in a way")


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", '{"entries": 1}', "[" * 100_000, '{"entries": []}'),
        '{"entries": [], "cost": 1.5}',
    ],
    ids=["empty", "list", "object", "number", "deep", "no sum", "fraction"],
)
def test_a_manifest_that_says_nothing_is_refused(tmp_path, text):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr(MANIFEST, text)
    refused(tmp_path / "x.zip", "manifest")


@pytest.mark.parametrize("entry", [1, {}, {"name": "a"}, {"name": [], "size": 1}])
def test_a_manifest_of_another_shape_is_refused(tmp_path, entry):
    forge(tmp_path / "x.zip", [], entries=[entry])
    refused(tmp_path / "x.zip", "manifest")


def test_no_manifest_and_what_it_does_not_name_are_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr("files/a", "x")
    refused(tmp_path / "x.zip", "no manifest")
    forge(tmp_path / "x.zip", [("files/a", b"x")], entries=[])
    refused(tmp_path / "x.zip", "in it unnamed")


def test_where_it_fails_nothing_is_left(tmp_path):
    file = tmp_path / "backup.zip"

    class Full(io.BytesIO):
        def read(self, *_size):
            raise OSError("full")

    with pytest.raises(OSError, match="full"), new_archive(file, told={}) as archive:
        archive.add("files/a", Full())
    assert list(tmp_path.iterdir()) == []
