"""The verifier needs nothing of ours, and names whatever changed."""

import io
import json
import shutil
import subprocess
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultancy.ledger import chain
from requests_log.actions.erase_client import erase_client
from requests_log.actions.record_decision import record_decision
from requests_log.export import verify_export
from requests_log.export.bundle import VERIFIER, bundle_of
from tests.people import NOW, answer, make_advised, make_client, prove

whole = st.integers(-chain.SAFE_INTEGER, chain.SAFE_INTEGER)
plain = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | whole | plain,
    lambda inner: st.lists(inner) | st.dictionaries(plain, inner),
    max_leaves=12,
)


@given(values)
def test_it_knows_the_same_canonical_json(value):
    assert verify_export.canonical(value) == chain.canonical(value)


@pytest.fixture
def folder(bruno, tmp_path):
    """Unpack what Marta takes along: a letter, a file, and a client who was erased."""
    prove(bruno.strategies.get())
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    ana = make_client(bruno.consultant, "Pastelería Ana")
    make_advised(ana)
    erase_client(ana, ground="requested", today=NOW.date(), at=NOW)
    bundle = b"".join(bundle_of(bruno.consultant, at=NOW))
    with zipfile.ZipFile(io.BytesIO(bundle)) as packed:
        packed.extractall(tmp_path / "all")
    return tmp_path / "all"


def verify(folder, program=VERIFIER):
    """Run it as anybody would, away from this project; return exit code and words."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(program), str(folder)],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        env={},
    )
    return done.returncode, done.stdout + done.stderr


def test_a_folder_nobody_touched_holds(folder):
    code, said = verify(folder, program=folder / "verify_export.py")
    assert code == 0, said
    assert "Everything holds." in said
    assert " erased, 0 withheld" in said
    assert " 0 of them erased" not in said


def test_what_is_kept_as_evidence_is_withheld_and_holds(bruno, tmp_path):
    record_decision(make_advised(bruno), answer=answer(), at=NOW)
    erase_client(bruno, ground="requested", today=NOW.date(), at=NOW)
    bundle = b"".join(bundle_of(bruno.consultant, at=NOW))
    with zipfile.ZipFile(io.BytesIO(bundle)) as packed:
        packed.extractall(tmp_path / "all")
    code, said = verify(tmp_path / "all")
    assert code == 0, said
    assert " 0 withheld" not in said


def test_one_byte_in_each_file_in_turn_is_named(folder, capsys):
    names = [p for p in sorted(folder.rglob("*")) if p.is_file() and p.stat().st_size]
    assert len(names) > 30
    for path in names:
        before = path.read_bytes()
        middle = len(before) // 2
        path.write_bytes(
            before[:middle] + bytes([before[middle] ^ 1]) + before[middle + 1 :]
        )
        assert verify_export.main(folder) == 1
        said = capsys.readouterr().out
        assert f"{path.relative_to(folder).as_posix()}: " in said
        path.write_bytes(before)
    assert verify_export.main(folder) == 0


def test_a_file_gone_and_one_put_in_are_named(folder):
    shutil.move(folder / "letters" / "2026-0001.pdf", folder / "letters" / "other.pdf")
    code, said = verify(folder)
    assert code == 1
    assert "letters/2026-0001.pdf: gone" in said
    assert "letters/other.pdf: was not in it" in said


def with_ledger(folder, change):
    """Change the ledger and let the manifest fit it: as an owner would."""
    path = folder / "ledger.jsonl"
    entries = [json.loads(line) for line in path.read_text().split("\n") if line]
    change(entries)
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest.pop("sha256")
    for told in manifest["entries"]:
        if told["name"] == "ledger.jsonl":
            told["sha256"] = verify_export.file_sum(path)
    end = {"seq": len(entries), "hash": entries[-1]["hash"]}
    manifest["head"] = end
    manifest["sha256"] = verify_export.hashlib.sha256(
        verify_export.canonical(manifest)
    ).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))


def forge_all(entries):
    previous = chain.GENESIS
    for entry in entries:
        entry["previous_hash"] = previous
        fields = {name: entry[name] for name in verify_export.FIELDS}
        fields |= {"algorithm": chain.ALGORITHM, "chain": entry.get("chain", CHAIN)}
        entry["kind"] = fields["kind"] = entry["kind"].replace("client_", "klient_")
        entry["hash"] = previous = verify_export.hashlib.sha256(
            chain.canonical(fields)
        ).hexdigest()


CHAIN = ""
CHANGES = {
    "kind": lambda entries: entries[3].update(kind="forged"),
    "content": lambda entries: entries[1].update(content={"name": "otra"}),
    "gone": lambda entries: entries[1].update(content=None, salt=None),
    "missing": lambda entries: entries.pop(4),
    "swapped": lambda entries: entries.insert(3, entries.pop(4)),
    "cut off": lambda entries: entries.__delitem__(slice(5, None)),
    "salt": lambda entries: entries[1].update(salt="00" * 32),
}
SAID = {
    "kind": "entry 4: is not what was entered",
    "content": "entry 2: tells what was not entered",
    "gone": "entry 2: what it told is gone",
    "missing": "entry 5: missing",
    "swapped": "entry 4: missing",
    "cut off": "older than letter 2026-0001",
    "salt": "entry 2: tells what was not entered",
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_ledger_that_was_changed_with_its_manifest_is_named(folder, name):
    with_ledger(folder, CHANGES[name])
    code, said = verify(folder)
    assert code == 1
    assert SAID[name] in said


def test_a_ledger_written_anew_is_not_what_letters_print(folder, marta, monkeypatch):
    monkeypatch.setitem(globals(), "CHAIN", str(marta.public_id))
    with_ledger(folder, forge_all)
    code, said = verify(folder)
    assert code == 1
    assert "not as letter 2026-0001 prints it" in said
