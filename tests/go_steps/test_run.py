"""The demo is for one's own computer; everything is prepared before it is served."""

from pathlib import Path

import pytest
import yaml

from go_steps import run
from go_steps.console import ROOT


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the steps that `run` takes, none of them really taken."""
    seen: list[str] = []
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    for name in ("ALLOWED_HOSTS", "DEMO", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(run.serve, "refuse_taken", lambda *_: seen.append("port"))
    monkeypatch.setattr(run.machine, "ensure", lambda _: seen.append("machine"))
    monkeypatch.setattr(
        run.environment, "ensure_packages", lambda _: seen.append("packages")
    )
    monkeypatch.setattr(run, "ensure_secrets", lambda _: seen.append("secrets"))
    monkeypatch.setattr(run, "manage_all", lambda commands, env: seen.extend(commands))
    monkeypatch.setattr(run.serve, "serve", lambda *_, **__: seen.append("serve") or 0)
    return seen


def names(steps: list[str]) -> list[str]:
    return [step.split()[0] for step in steps]


def test_a_first_run_does_everything_in_order(steps: list[str]) -> None:
    assert run.main([]) == 0
    assert names(steps) == [
        *("port", "machine", "packages", "secrets"),
        *("compile_translations", "collectstatic", "migrate", "seed_demo", "check"),
        "serve",
    ]


def test_a_second_run_collects_no_files_again(steps: list[str], tmp_path: Path) -> None:
    run.main([])
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "staticfiles.json").touch()
    steps.clear()
    run.main([])
    assert "collectstatic" not in names(steps)
    assert "migrate" in names(steps)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.20", "::", "example.org"])
def test_no_demo_where_others_can_reach_it(host: str, steps: list[str]) -> None:
    run.main(["--host", host])
    assert "seed_demo" not in names(steps)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_a_demo_on_the_own_computer(host: str, steps: list[str]) -> None:
    run.main(["--host", host])
    assert "seed_demo" in names(steps)


@pytest.mark.parametrize(
    ("name", "value"), [("PUBLIC_URL", "https://example.org"), ("DEMO", "false")]
)
def test_no_demo_behind_a_public_address_or_when_declined(
    name: str, value: str, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    run.main([])
    assert "seed_demo" not in names(steps)


def test_the_sign_in_that_is_told_is_the_demos_own() -> None:
    demo = yaml.safe_load((ROOT / "seeds" / "demo" / "marta.yaml").read_text("utf-8"))
    person = demo["consultant"]
    assert f"{person['email']} / {person['password']}" == run.DEMO_SIGN_IN


@pytest.mark.parametrize(
    ("host", "allowed"), [("192.168.1.20", "192.168.1.20"), ("fd00::1", "[fd00::1]")]
)
def test_the_host_served_is_a_host_allowed(
    host: str, allowed: str, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, str] = {}
    monkeypatch.setattr(run, "manage_all", lambda _, env: seen.update(env))
    run.main(["--host", host])
    assert allowed in seen["ALLOWED_HOSTS"].split(",")


def test_the_hosts_that_the_environment_allows_are_left_alone(
    steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, str] = {}
    monkeypatch.setenv("ALLOWED_HOSTS", "example.org")
    monkeypatch.setattr(run, "manage_all", lambda _, env: seen.update(env))
    run.main([])
    assert seen["ALLOWED_HOSTS"] == "example.org"
