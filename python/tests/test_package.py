"""What is installed: the wheel, its dependencies, its types."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from conftest import ROOT

PYTHON = ROOT / "python"


def run(*command: str | Path, cwd: Path = PYTHON) -> str:
    """What a program printed; its errors are shown when it fails."""
    ended = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def test_types_hold_in_the_strict_sense() -> None:
    assert "Success" in run(sys.executable, "-m", "mypy")


def test_the_wheel_holds_the_package_alone(tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path, ".")
    [wheel] = tmp_path.glob("benchcast-*-py3-none-any.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "benchcast/py.typed" in names
    assert "benchcast/compat/refactored_test_suite/api/api_client.py" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"benchcast"}
    assert len([name for name in names if name.endswith(".py")]) == len(list((PYTHON / "benchcast").rglob("*.py")))


def test_it_is_installed_into_a_clean_environment_and_works_there(url: str, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "clean")
    python = tmp_path / "clean/bin/python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile", ROOT / "python")
    installed = run(python, "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check")
    assert {line.split("==")[0] for line in installed.split()} - {"pip", "setuptools", "wheel", "exceptiongroup", "typing_extensions"} == {
        *("benchcast", "httpx", "websockets"),
        *("anyio", "certifi", "h11", "httpcore", "idna"),
    }
    program = f"import benchcast; print(benchcast.__version__, benchcast.PredictivePerformanceClient({url!r}).predict_hardware('bert-base-uncased', wait=True)['status'])"
    assert run(python, "-c", program, cwd=tmp_path) == "0.1.0 completed\n"
