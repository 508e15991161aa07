"""What the design asks of the code as a whole, where import-linter and ruff cannot say it (`make check` runs those)."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
PRODUCT = ("services", "shared", "meldketen")
ANATOMY = {
    "__init__",
    "main",
    "api",
    "bus",
    "paginas",
    "klok",
    "invoer",
    "vormen",
    "verzending",
    "application",
    "store",
}
PARTS = {"starlette", "pydantic_core", "markupsafe", "psycopg_pool"}
"""What FastAPI, pydantic, Jinja and psycopg hand out as their own."""
OUTSIDE_DOMAIN = {"shared.bus", "shared.ledger", "shared.outbox", "shared.web", "shared.teksten", "shared.klok"}


@cache
def committed() -> tuple[Path, ...]:
    """Every file that is, or is about to be, in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    ).stdout.splitlines()
    found = [ROOT / name for name in listed] or list(ROOT.rglob("*"))
    return tuple(path for path in found if path.is_file() and ".venv" not in path.parts)


def modules(*folders: str) -> list[Path]:
    """The Python files of these folders."""
    return [path for path in committed() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


def name(path: Path) -> str:
    """How a file is called in a failure."""
    return str(path.relative_to(ROOT))


def imported(path: Path) -> set[str]:
    """Every module that a file names in an import, with the names it takes from it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def lines(path: Path) -> int:
    """How long a file is."""
    return len(path.read_text().splitlines())


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function with the number of its lines: not its docstring, nor the functions inside it."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            own = [part for part in body if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)]
            yield node.name, sum((part.end_lineno or 0) - part.lineno + 1 for part in own)


def test_modules_are_small() -> None:
    """Half of the modules have fewer than 80 lines, and none more than 300."""
    lengths = {name(path): lines(path) for path in modules(*PRODUCT) if path.name != "__init__.py"}
    assert median(lengths.values()) < 80
    assert {file: length for file, length in lengths.items() if length > 300} == {}


def test_functions_are_short() -> None:
    """Nine of ten functions have fewer than 15 lines, and none more than 30."""
    lengths = {f"{name(path)}:{function}": n for path in modules(*PRODUCT) for function, n in functions(path)}
    assert sorted(lengths.values())[len(lengths) * 9 // 10] < 15
    assert {function: length for function, length in lengths.items() if length > 30} == {}


def test_no_module_is_a_drawer() -> None:
    """A module is named after what it is about: `utils` and its like are about nothing."""
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "hulp"}
    assert [name(path) for path in modules(*PRODUCT, "tests") if path.stem in drawers] == []


@pytest.mark.parametrize("service", ["intake", "overleg", "escalatie", "rapportage"])
def test_the_domain_is_pure(service: str) -> None:
    """What is not one of the anatomy's modules is domain: it knows no framework, bus, store or clock."""
    outer = OUTSIDE_DOMAIN | {f"services.{service}.{part}" for part in ANATOMY}
    for path in (ROOT / "services" / service).glob("*.py"):
        if path.stem not in ANATOMY:
            assert not imported(path) & outer, name(path)
            assert _outsiders(path) <= {"pydantic", "pydantic_core", "dateutil", "stdnum"}, name(path)


def test_words_of_origin_are_looked_for_on_pages_alone() -> None:
    """Who stores by the API waits for no hint that nobody reads: only a page may name such words."""
    zoeken = "shared.maskering.bijzonder"
    gebruikers = {name(path) for path in modules(*PRODUCT) if any(m.startswith(zoeken) for m in imported(path))}
    assert gebruikers == {"services/intake/paginas/verbergen.py", "shared/web/gevoelig.py"}
    doors = {name(path) for path in modules("services") if any("web.gevoelig" in m for m in imported(path))}
    assert all("/paginas/" in path for path in doors)


def test_the_published_language_stands_on_pydantic_alone() -> None:
    """Who wants to read our events needs `shared/contracts` and pydantic, nothing else."""
    for path in (ROOT / "shared" / "contracts").glob("*.py"):
        assert _outsiders(path) <= {"pydantic"}, name(path)
        assert all(module.startswith("shared.contracts") for module in imported(path) if module.startswith("shared"))


def _outsiders(path: Path) -> set[str]:
    roots = {module.partition(".")[0] for module in imported(path)}
    return roots - sys.stdlib_module_names - set(PRODUCT)


def test_nothing_of_ours_is_mocked() -> None:
    """Tests use the real thing or a fake; a mock agrees with whatever the test believes."""
    mock = re.compile(r"\b(unittest\.mock|Magic[M]ock|[M]ock\(|[p]atch\()")
    assert [name(path) for path in modules("tests") if mock.search(path.read_text())] == []


def test_tests_do_not_sleep() -> None:
    """A test waits for something, with a deadline (`tests/wachten.py`), never for a while."""
    pause = re.compile(r"\bsl[e]ep\((?!0\))")
    sleepers = [name(path) for path in modules("tests") if pause.search(path.read_text())]
    assert sleepers == ["tests/wachten.py"]


def test_a_wait_can_be_cancelled() -> None:
    """`asyncio.wait_for` of Python 3.11 forgets a cancellation that comes with the result: a stop that never ends."""
    assert [name(path) for path in modules(*PRODUCT) if "asyncio.wait_for(" in path.read_text()] == []


@pytest.mark.parametrize(
    ("folders", "extras", "lock"),
    [((*PRODUCT, "bench"), ("sporen",), "requirements.lock"), (("tests",), ("dev",), "requirements-dev.lock")],
)
def test_what_is_imported_is_declared_and_locked(folders: tuple[str, ...], extras: tuple[str, ...], lock: str) -> None:
    """A fresh install has every package that the code names, not only the machine on which it was written."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *(one for extra in extras for one in project["optional-dependencies"][extra])]
    declared = {re.split(r"[^A-Za-z0-9_-]", line)[0].lower() for line in wanted}
    locked = {line.partition("==")[0] for line in (ROOT / lock).read_text().splitlines() if "==" in line}
    assert declared <= locked

    known = packages_distributions()
    for path in modules(*folders):
        for package in _outsiders(path) - {"bench", "tests", *PARTS}:
            assert {dist.lower().replace("_", "-") for dist in known[package]} & declared, f"{name(path)}: {package}"


def test_the_installer_is_the_one_of_the_lock() -> None:
    """What installs everything is pinned as everything else is: the old one of a fresh environment takes double."""
    first = (ROOT / "requirements-pip.lock").read_text()
    assert first.startswith("pip==")
    assert "--hash=sha256:" in first
    assert first in (ROOT / "requirements-dev.lock").read_text()


def test_no_address_of_a_workplace_is_committed() -> None:
    """An install asks the index that its machine is set to, and nothing depends on a path of one machine."""
    index = r"pyp[i]\.org|pythonhost[e]d\.org|registry\.npm[j]s|--(extra-)?index-url[ =]"
    machine = r"/home/[a-z]|/roo[t]/|/wor[k]/|/opt/pyp[i]"
    tied = re.compile(f"{index}|{machine}")
    found = [
        f"{name(path)}: {match.group()}"
        for path in committed()
        if (match := tied.search(path.read_bytes().decode("utf-8", "replace")))
    ]
    assert found == []
