"""A disk whose power can be cut: what was not flushed is gone afterwards.

Two kinds of cut: the worst, in which nothing survives that was not flushed; and a
mixed one, in which each file and each folder shows by chance what was flushed or what
was last written. It cannot show half a file or half a folder written, pages torn
within a write, or a disk that says "flushed" and lies.
"""

import ctypes
import os
import shutil
import subprocess
from pathlib import Path

SOURCE = Path(__file__).with_name("power_cut.c")


def compiled(folder):
    """Return the library to load before a program."""
    library = folder / "power_cut.so"
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE)], check=True
    )
    return library


class Disk:
    """The folder ROOT, as the program that has ENV in its environment uses it."""

    def __init__(self, folder):
        self.root, self._store = folder / "data", folder / "store"
        self.root.mkdir()
        self._store.mkdir()
        library = compiled(folder)
        self.env = {
            "CUT_ROOT": str(self.root),
            "CUT_STORE": str(self._store),
            "LD_PRELOAD": str(library),
        }
        self._library = ctypes.CDLL(str(library))
        os.environ |= {name: self.env[name] for name in ("CUT_ROOT", "CUT_STORE")}

    def settle(self):
        """Let everything that is written now be on the disk."""
        shutil.rmtree(self._store, ignore_errors=True)
        self._store.mkdir()
        for path in (self.root, *self.root.rglob("*")):
            self._at(path, self._library.keep)

    def cut(self, chance=None):
        """Leave in ROOT what a power cut would; CHANCE makes it a mixed one."""
        after = self.root.with_name("after")
        now = {self._key(path): path for path in self.root.rglob("*")}
        now[self._key(self.root)] = self.root
        self._restore(self._key(self.root), after, now, chance)
        shutil.rmtree(self.root)
        after.rename(self.root)
        self.settle()

    def _restore(self, key, to, now, chance):
        to.mkdir()
        for kind, child, name in self._names(key, now, chance):
            if kind == "d":
                self._restore(child, to / name, now, chance)
            else:
                (to / name).write_bytes(self._bytes(child, now, chance))

    def _names(self, key, now, chance):
        if key in now and chance and chance.random() < 0.5:
            for path in now[key].iterdir():
                yield "d" if path.is_dir() else "f", self._key(path), path.name
        elif (self._store / key).exists():
            for line in (self._store / key).read_text("utf-8").splitlines():
                yield line.split(" ", 2)

    def _bytes(self, key, now, chance):
        if key in now and chance and chance.random() < 0.5:
            return now[key].read_bytes()
        kept = self._store / key
        return kept.read_bytes() if kept.exists() else b""

    def _key(self, path):
        room = ctypes.create_string_buffer(80)
        self._at(path, lambda fd: self._library.name(fd, room, ctypes.c_size_t(80)))
        return room.value.decode()

    @staticmethod
    def _at(path, act):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            act(descriptor)
        finally:
            os.close(descriptor)
