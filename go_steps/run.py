"""./go run: from a bare machine to a page that answers."""

import argparse
import ipaddress
import os
from dataclasses import dataclass
from pathlib import Path

from go_steps import environment, machine, serve
from go_steps.console import ROOT, say
from go_steps.first_secrets import ensure_secrets
from go_steps.products import StaticFiles, manage_all

DEMO_SIGN_IN = "demo@example.com / demo"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
FIRST_ACCOUNT = "first account: .venv/bin/python manage.py create_consultant"


@dataclass(frozen=True)
class Place:
    """Where this installation listens and where it keeps its data."""

    host: str
    port: int
    data_dir: Path
    demo: bool


def main(arguments: list[str]) -> int:
    """Set up whatever is missing and serve until told to stop."""
    place = _place(arguments)
    serve.refuse_taken(place.host, place.port)
    machine.ensure(machine.RUN_NEEDS)
    environment.ensure_packages(environment.RUN_REQUIREMENTS)
    ensure_secrets(place.data_dir)
    env = _variables(place)
    _prepare(place, env)
    greeting = f"sign in as {DEMO_SIGN_IN}" if place.demo else FIRST_ACCOUNT
    return serve.serve(place.host, place.port, env=env, greeting=greeting)


def _place(arguments: list[str]) -> Place:
    parser = argparse.ArgumentParser(prog="./go run", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="default: %(default)s")
    parser.add_argument("--port", type=int, default=8000, help="default: %(default)s")
    asked = parser.parse_args(arguments)
    data_dir = Path(os.environ.get("DATA_DIR") or ROOT / "data").absolute()
    return Place(asked.host, asked.port, data_dir, _demo_is_safe(asked.host))


def _variables(place: Place) -> dict[str, str]:
    """Return the settings that follow from the place; the host can be asked for."""
    hosts = [*LOOPBACK, serve.in_address(place.host)]
    return environment.variables(
        ALLOWED_HOSTS=os.environ.get("ALLOWED_HOSTS") or ",".join(hosts),
        DATA_DIR=str(place.data_dir),
        DEMO=str(place.demo).lower(),
    )


def _demo_is_safe(host: str) -> bool:
    """Say whether only this computer can reach us; DEMO=false declines the demo."""
    wanted = os.environ.get("DEMO", "true").lower() not in ("false", "0", "no", "off")
    return wanted and is_loopback(host) and not os.environ.get("PUBLIC_URL")


def is_loopback(host: str) -> bool:
    """Say whether the address is one that only this computer can reach."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _prepare(place: Place, env: dict[str, str]) -> None:
    """Bring texts, files, database and demo up to date, then let Django check all."""
    say("Preparing texts, files and database")
    files = StaticFiles(place.data_dir)
    collect = [] if files.are_current() else [files.command]
    demo = ["seed_demo"] if place.demo else []
    manage_all(
        [
            *("compile_translations", *collect, "migrate --noinput --verbosity 0"),
            *(*demo, "check --database default"),
        ],
        env=env,
    )
    files.note()
