"""Check a folder that Por Escrito wrote for somebody who took everything along.

    python3 verify_export.py [FOLDER]

Needs Python 3.9 or newer and nothing else, no network and no Por Escrito. It reads
every file and compares it with manifest.json, then recomputes the ledger: that each
entry hangs on the one before, that what it tells is what was entered, and that every
letter printed the ledger as it is here. It names all that does not hold, and ends with
1 then.

It cannot tell that a whole folder was made up. For that, compare the ledger's head,
which is shown at the end, with what somebody else holds: each letter prints one.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import sys
from pathlib import Path
from typing import Any

MANIFEST, LEDGER = "manifest.json", "ledger.jsonl"
ALGORITHM = "por-escrito-ledger-1:sha256"
COMMITMENT_TAG = b"por-escrito-commitment-1\x00"
GENESIS = "0" * 64
CHUNK = 1 << 20
FIELDS = ("seq", "kind", "at", "actor", "subject", "commitment", "previous_hash")


def main(folder: Path) -> int:
    """Check the folder; return the exit code."""
    faults: list[str] = []
    manifest = read_manifest(folder, faults)
    if manifest is not None:
        check_files(folder, manifest, faults)
        check_ledger(folder, manifest, faults)
    for fault in faults:
        say(fault)
    say(f"{len(faults)} faults." if faults else "Everything holds.")
    return 1 if faults else 0


def read_manifest(folder: Path, faults: list[str]) -> dict[str, Any] | None:
    """Return the manifest, unless it is not what was written."""
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
        told = manifest.pop("sha256")
        if told == hashlib.sha256(canonical(manifest)).hexdigest():
            return manifest
    except (OSError, ValueError, KeyError, AttributeError, RecursionError):
        pass
    faults.append(f"{MANIFEST}: changed, or gone")
    return None


def check_files(folder: Path, manifest: dict[str, Any], faults: list[str]) -> None:
    """Compare every file with the manifest, and look for others."""
    named = {entry["name"]: entry["sha256"] for entry in manifest["entries"]}
    for name, sha256 in named.items():
        found = file_sum(folder / name)
        if found is None:
            faults.append(f"{name}: gone")
        elif found != sha256:
            faults.append(f"{name}: changed")
    there = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    }
    others = sorted(there - set(named) - {MANIFEST})
    faults += [f"{name}: was not in it" for name in others]
    say(f"{len(named)} files read.")


def file_sum(path: Path) -> str | None:
    """Return the SHA-256 of a file, None without one."""
    summed = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                summed.update(chunk)
    except OSError:
        return None
    return summed.hexdigest()


def check_ledger(folder: Path, manifest: dict[str, Any], faults: list[str]) -> None:
    """Walk the chain, entry by entry, past what the letters print."""
    entries = read_entries(folder, faults)
    may_be_gone = erased_seqs(entries)
    told = {"erased": 0, "withheld": 0, "told": 0}
    previous = GENESIS
    for place, entry in enumerate(entries, start=1):
        state = state_of(entry, is_erased=place in may_be_gone)
        fault = chain_fault(entry, place, previous, manifest["chain"])
        fault = fault or (content_fault(entry) if state == "told" else "")
        if fault:
            faults.append(f"{LEDGER}: entry {place}: {fault}")
            return
        told[state] += 1
        previous = entry["hash"]
    check_anchors(entries, manifest, faults)
    say(
        f"{len(entries)} entries, {told['erased']} of them erased,"
        f" {told['withheld']} withheld."
    )
    say(f"The head is {previous} at entry {len(entries)}.")


def state_of(entry: dict[str, Any], *, is_erased: bool) -> str:
    """Return "told", or why an entry need not say what it told."""
    if entry.get("content") is not None:
        return "told"
    if is_erased:
        return "erased"
    return "withheld" if entry.get("withheld") else "told"


def check_anchors(
    entries: list[dict[str, Any]], manifest: dict[str, Any], faults: list[str]
) -> None:
    """Compare the ledger with what letters print, and its end with the manifest."""
    heads = [GENESIS, *(entry["hash"] for entry in entries)]
    for letter in manifest["letters"]:
        if letter["seq"] >= len(heads):
            faults.append(f"{LEDGER}: older than letter {letter['number']}")
        elif heads[letter["seq"]] != letter["head"]:
            faults.append(f"{LEDGER}: not as letter {letter['number']} prints it")
    if manifest["head"] != {"seq": len(entries), "hash": heads[-1]}:
        faults.append(f"{LEDGER}: its end is not the head that the manifest tells")


def read_entries(folder: Path, faults: list[str]) -> list[dict[str, Any]]:
    try:
        text = (folder / LEDGER).read_text("utf-8")
        return [json.loads(line) for line in text.split("\n") if line]
    except (OSError, ValueError, RecursionError):
        faults.append(f"{LEDGER}: cannot be read")
        return []


def erased_seqs(entries: list[dict[str, Any]]) -> set[int]:
    """Return the places whose content is gone because a later entry says so."""
    seqs: set[int] = set()
    for place, entry in enumerate(entries, start=1):
        content = entry.get("content")
        if entry.get("kind") == "erased" and isinstance(content, dict):
            for first, last in content.get("entries", []):
                seqs.update(range(first, min(last + 1, place)))
    return seqs


def chain_fault(entry: dict[str, Any], place: int, previous: str, chain: str) -> str:
    """Say what is wrong with an entry's place in the chain, if anything is."""
    if entry.get("seq") != place:
        return "missing"
    if entry.get("previous_hash") != previous:
        return "does not hang on the one before"
    fields = {name: entry.get(name) for name in FIELDS}
    fields |= {"algorithm": ALGORITHM, "chain": chain}
    if hashlib.sha256(canonical(fields)).hexdigest() != entry.get("hash"):
        return "is not what was entered"
    return ""


def content_fault(entry: dict[str, Any]) -> str:
    """Say whether what an entry tells is what was entered."""
    if entry.get("content") is None or not entry.get("salt"):
        return "what it told is gone, and nobody entered that it was erased"
    told = COMMITMENT_TAG + canonical(entry["content"])
    found = hmac.new(bytes.fromhex(entry["salt"]), told, hashlib.sha256).hexdigest()
    return "" if found == entry.get("commitment") else "tells what was not entered"


def canonical(value: Any) -> bytes:
    """Return a value as canonical JSON (RFC 8785, without fractions)."""
    text = json.dumps(ordered(value), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8")


def ordered(value: Any) -> Any:
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return {name: ordered(value[name]) for name in names}
    if isinstance(value, list):
        return [ordered(item) for item in value]
    return value


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent))
