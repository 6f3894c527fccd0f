"""A real server for the whole session, and helpers that need one."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEY = "kf83-Qm2x-71Za-pL0w"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A server on a database of its own in a folder: its address."""
    node = ROOT / "node_modules/.bin/node"
    command = [str(node) if node.exists() else "node", str(ROOT / "apps/cli/bin/benchcast.cjs"), "serve", "--port", "0", "--db", str(folder / "test.duckdb")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder, env={**os.environ, "UNIFIED_API_KEYS": f"tests:{KEY}@admin"}) as server:
        assert server.stdout
        for line in server.stdout:
            if found := re.search(r"listens on (\S+)", line):
                break
        else:
            raise RuntimeError("the server ended before it listened")
        yield found[1]
        server.kill()


@pytest.fixture(scope="session")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the server that most tests share."""
    with served(tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="session")
def untaught_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server where nothing is measured or recorded: its predictions do not change between two requests."""
    with served(tmp_path_factory.mktemp("untaught")) as address:
        yield address


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variables of whoever runs the tests are not theirs."""
    for name in ("BENCHCAST_URL", "BENCHCAST_API_KEY", "BENCHCAST_LOG"):
        monkeypatch.delenv(name, raising=False)
