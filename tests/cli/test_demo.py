"""`meldketen demo` begins anew, and never at the cost of somebody who is using the folder."""

import os
from pathlib import Path

import pytest
from pydantic import SecretStr

from meldketen.demo.start import KANALEN, GeenDemomap, demo, telt_niet, van_de_demo
from meldketen.gegevensmap import Slot
from shared.profiel import Rol
from shared.settings import Settings
from tests.cli.conftest import Meldketen


def test_a_second_demo_leaves_the_folder_of_a_running_one_alone(meldketen: Meldketen, tmp_path: Path) -> None:
    (tmp_path / "demo").touch()
    (tmp_path / "intake.db").touch()
    with Slot(tmp_path):
        klaar = meldketen("demo", "--poort", "0", "--data", tmp_path)
    assert klaar.code == 1
    assert "draait al een demo (proces " in klaar.fout
    assert (tmp_path / "intake.db").exists()


def test_nothing_of_a_real_installation_counts(tmp_path: Path) -> None:
    """An operator who has one set keeps its stores, server and erasure register free of what is invented."""
    echt = Settings(
        data=tmp_path / "demo",
        database="postgresql://db.example/meldketen",
        nats="nats://bus.example:4222",
        smtp=SecretStr("smtp://mail.example:587"),
        wisregister=tmp_path / "echt.jsonl",
    )
    demo = van_de_demo(echt)
    assert (demo.database, demo.nats, demo.smtp.get_secret_value(), demo.data) == ("", "", "", tmp_path / "demo")
    assert demo.wisbestand.parent == tmp_path / "demo"
    niet = ["MELDKETEN_DATABASE", "MELDKETEN_NATS", "MELDKETEN_SMTP", "MELDKETEN_WISREGISTER"]
    assert telt_niet(echt) == niet


def test_no_invented_alarm_leaves_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever has the channels of the real police set, hears that they do not count; the demo only stores."""
    gezet = [f"MELDKETEN_KANAAL_{rol.upper()}" for rol in (*KANALEN, Rol.JONGERENWERK)]
    for naam in gezet:
        monkeypatch.setenv(naam, "json://echt.example/alarm")
    (tmp_path / "iets.txt").touch()
    gezegd: list[str] = []
    with pytest.raises(GeenDemomap):  # the folder holds something else; by then the channels are set
        demo(Settings(data=tmp_path), gezegd.append, lambda _gedaan, _van: None)
    assert gezegd == [f"In een demo telt niet: {', '.join(sorted(gezet))}."]
    assert [os.environ.get(naam) for naam in gezet] == [*["bewaar://"] * len(KANALEN), None]
