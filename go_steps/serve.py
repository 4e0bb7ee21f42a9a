"""The web server and the clock beside it: started, watched and ended together."""

import http.client
import socket
import time
from collections.abc import Mapping

from go_steps.children import Child, end, start
from go_steps.console import Refusal, say
from go_steps.environment import PYTHON, manage

PATIENCE = 60  # seconds until the first page must answer


def refuse_taken(host: str, port: int) -> None:
    """Refuse now, in plain words, when something else listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Refusal(
                f"cannot listen on {host}:{port} ({error.strerror}). "
                f"Another port may be free: ./go run --port {port + 1}"
            ) from error


def serve(host: str, port: int, *, env: Mapping[str, str], greeting: str) -> int:
    """Serve until one of the two programs ends or we are told to stop."""
    children = {
        "The web server": start(_gunicorn(host, port), env=env),
        "run_due": start(manage("run_due", "--every", "60"), env=env),
    }
    try:
        if _page_answers(host, port, children):
            address = f"{in_address(host)}:{port}"
            print(f"\nPor Escrito: http://{address} ({greeting})", flush=True)
        return _wait_for_an_end(children)
    except KeyboardInterrupt:
        say("Stopping")
        return 0
    finally:
        for child in children.values():
            end(child)


def in_address(host: str) -> str:
    """Return the host as it stands in an address."""
    return f"[{host}]" if ":" in host else host


def _gunicorn(host: str, port: int) -> list[str]:
    return [
        *(str(PYTHON), "-m", "gunicorn", "consultancy.wsgi:application"),
        *("--bind", f"{in_address(host)}:{port}", "--worker-class", "gthread"),
        *("--workers", "2", "--threads", "4", "--graceful-timeout", "10"),
        *("--log-level", "warning", "--no-control-socket"),
    ]


def _page_answers(host: str, port: int, children: Mapping[str, Child]) -> bool:
    """Wait for the first page; say no when a program ended meanwhile."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if any(child.poll() is not None for child in children.values()):
            return False
        if _answers(host, port):
            return True
        time.sleep(0.05)
    raise Refusal(f"no page answered within {PATIENCE} seconds")


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/", headers={"Host": f"localhost:{port}"})
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def _wait_for_an_end(children: Mapping[str, Child]) -> int:
    """Sleep until one program ends; say which and return its exit code, never 0."""
    while True:
        for name, child in children.items():
            code = child.poll()
            if code is not None:
                print(f"{name} ended with exit code {code}, so all of it stops.")
                return code if code > 0 else 1
        time.sleep(0.2)
