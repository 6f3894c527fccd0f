"""Make the golden files and the bundled examples from the reference implementations.

    python python/tools/golden.py            write every file
    python python/tools/golden.py text       only python/tools/goldens/text.py
    python python/tools/golden.py --check    write nothing, exit 1 when a file would change

Each module in goldens/ has `build() -> dict[str, object]`: path below the repository root -> what to write
(text as it is, anything else as JSON). Seeds are fixed, so the same versions write the same bytes.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import goldens

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    check = "--check" in arguments
    wanted = [a for a in arguments if not a.startswith("--")]
    names = wanted or [m.name for m in pkgutil.iter_modules(goldens.__path__) if not m.name.startswith("_")]
    changed = [path for name in names for path in write_module(name, check)]
    print(f"{len(changed)} file(s) {'would change' if check else 'written'}: {', '.join(changed) or 'none'}")
    return 1 if check and changed else 0


def write_module(name: str, check: bool) -> list[str]:
    built = importlib.import_module(f"goldens.{name}").build()
    return [path for path, content in built.items() if write(ROOT / path, rendered(content), check)]


def rendered(content: object) -> str:
    return content if isinstance(content, str) else lines(content, 2) + "\n"


def lines(value: object, depth: int) -> str:
    """JSON with one line per member down to `depth`, so that a diff shows the case that changed."""
    if depth == 0 or not value or not isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    indent = " " * (3 - depth)
    members = [f"{json.dumps(k, ensure_ascii=False)}: {lines(v, depth - 1)}" for k, v in value.items()] if isinstance(value, dict) else [lines(v, depth - 1) for v in value]
    left, right = "{}" if isinstance(value, dict) else "[]"
    return left + "\n" + ",\n".join(indent + m for m in members) + "\n" + indent[:-1] + right


def write(path: Path, text: str, check: bool) -> bool:
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    if not check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
