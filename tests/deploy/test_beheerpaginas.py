"""The pages for who runs it: how it goes, and by which rules, in words."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meldketen.beheerpaginas import paginas, regels
from shared.contracts.elk import ProfielVastgesteld
from shared.facts import Context
from shared.profiel import Profielen, Rol, laad
from shared.profiel.vaststellen import stel_vast
from shared.taken import Deel, Soort, Taak
from shared.web import Gereedheid, Toegang, open_toegang
from tests.fixtures.opslag import MakeLedger
from tests.web import met_sessie, nu, proefsite

NU = datetime(2026, 11, 22, 9, tzinfo=UTC)
ZOETERMEER = laad("zoetermeer")


@pytest.fixture
def toegang(tmp_path: Path) -> Iterator[Toegang]:
    """A real store of keys and sessions."""
    toegang = open_toegang(str(tmp_path), nu)
    yield toegang
    toegang.close()


async def _toon(
    make_ledger: MakeLedger, toegang: Toegang, pad: str, stand: Gereedheid, vandaag: Sequence[Deel] = ()
) -> str:
    ledger = make_ledger("intake", [ProfielVastgesteld])
    ledger.run_sync(lambda tx: stel_vast(tx, Profielen([ZOETERMEER])), Context(op=NU, correlatie="proef"))

    async def gereed() -> Gereedheid:
        return stand

    app = proefsite(toegang, paginas=[paginas(ledger, [ZOETERMEER], gereed, lambda: NU)], vandaag=vandaag)
    return (await (await met_sessie(app, toegang, Rol.BEHEER)).get(pad)).text


async def test_gezondheid_zegt_wat_niet_gaat(make_ledger: MakeLedger, toegang: Toegang) -> None:
    """The same as `/gereed`, in words: what is not ready and why, and what waits."""
    stand = Gereedheid({"overleg": "publiceren lukt nu niet: weg"}, {"intake.te_publiceren": 1234, "intake.reserve": 0})
    html = await _toon(make_ledger, toegang, "/beheer/gezondheid", stand)
    assert "<strong>Overleg</strong>: publiceren lukt nu niet: weg" in html
    assert "Nog niet doorgegeven aan de andere diensten" in html
    assert "Meldingen (intake)" in html
    assert "1.234" in html
    assert "reserve" not in html
    goed = await _toon(make_ledger, toegang, "/beheer/gezondheid", Gereedheid())
    assert "Alle onderdelen draaien" in goed
    assert 'Of berichten mensen bereiken, staat op <a href="/kanalen">Kanalen</a>.' in goed


async def test_gezondheid_zegt_dat_niemand_bericht_krijgt(make_ledger: MakeLedger, toegang: Toegang) -> None:
    """That the parts run is no comfort where a warning reaches nobody: the red line of Vandaag stands here too."""

    async def taken(*_: object) -> Sequence[Taak]:
        uitleg = "Niemand krijgt nu bericht bij de politie."
        return [Taak("Zorg dat waarschuwingen aankomen", "/kanalen", soort=Soort.NU, toelichting=uitleg)]

    deel = Deel("escalatie", "Escalaties", taken)
    html = await _toon(make_ledger, toegang, "/beheer/gezondheid", Gereedheid(), [deel])
    assert "Zorg dat waarschuwingen aankomen" in html
    assert 'Niemand krijgt nu bericht bij de politie. <a href="/kanalen">Kijk op Kanalen</a>.' in html


async def test_profiel_zegt_welke_regels_gelden_en_sinds_wanneer(make_ledger: MakeLedger, toegang: Toegang) -> None:
    """The version in force, since when, and each rule with who said so."""
    html = await _toon(make_ledger, toegang, "/beheer/profiel", Gereedheid())
    assert ZOETERMEER.versie in html
    assert "zondag 22 november 2026 10.00 uur" in html
    assert html.count("LVS-2.4") >= 1


def test_elke_regel_van_het_profiel_staat_erbij() -> None:
    """Also those of parts within parts: as many as the file names."""
    gevonden = list(regels(ZOETERMEER))
    assert {"LVS-0.3", "LVS-1.5", "LVS-1.6", "TB-3.2"} <= {een.regel for een in gevonden}
    assert all(een.onderdeel for een in gevonden)
    gezegd = [regel for regel in ZOETERMEER.tekst.splitlines() if 'herkomst = "' in regel and not regel.startswith("#")]
    assert len(gevonden) == len(gezegd)
