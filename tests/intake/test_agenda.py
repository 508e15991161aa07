"""`/meldingen/agenda/{overleg_id}`: what reporters wrote, of everything on one agenda, for who may read that."""

import re
from uuid import UUID

from shared.contracts.overleg import AgendapuntToegevoegd
from shared.loket import Genummerd
from shared.profiel import Rol
from shared.web import Wie
from tests.intake.bezoek import tekst
from tests.intake.melderpost import punt, uit_overleg
from tests.intake.proef import MELDING, MELDINGEN, Proef
from tests.web import met_sessie

PAGINA = f"/meldingen/agenda/{UUID(int=5)}"


async def _meld(proef: Proef, toelichting: str) -> str:
    antwoord = await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": toelichting})
    assert antwoord.status_code == 201, antwoord.text
    nummer: str = antwoord.json()["meldingId"]
    return nummer


async def test_wie_teksten_leest_leest_de_hele_agenda(proef: Proef) -> None:
    """Masked, each once, only of this agenda; what is confidential is for who may know of it, until it no longer is."""
    eerste = await _meld(proef, "Harde muziek tot twee uur. Bel Jan de Vries op 06-12345678.")
    geheim, buiten = await _meld(proef, "Over een besloten punt."), await _meld(proef, "Staat niet op de agenda.")
    for _ in range(2):
        uit_overleg(proef, punt(AgendapuntToegevoegd, eerste))
    uit_overleg(proef, punt(AgendapuntToegevoegd, geheim, vertrouwelijk=True))
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    gelezen = tekst((await meldpunt.get(PAGINA)).text)
    assert gelezen.count("Harde muziek") == 1
    assert "Getroffen Onbekend" in gelezen
    assert "12345678" not in gelezen
    assert "Vries" not in gelezen
    assert "besloten" not in gelezen
    assert "niet op de agenda" not in gelezen
    assert not re.search(r"\b1\. Melding", gelezen), "the agenda has other numbers"
    assert buiten not in (await meldpunt.get(PAGINA)).text
    oov = await met_sessie(proef.app, proef.omgeving.toegang, Rol.OOV)
    assert "besloten" in tekst((await oov.get(PAGINA)).text)
    uit_overleg(proef, punt(AgendapuntToegevoegd, geheim))
    assert "besloten" in tekst((await meldpunt.get(PAGINA)).text)


async def test_een_ander_leest_er_niets(proef: Proef) -> None:
    """Not by role, not of an agenda that is not known here, and not from another municipality."""
    uit_overleg(proef, punt(AgendapuntToegevoegd, await _meld(proef, "Harde muziek.")))
    politie = await met_sessie(proef.app, proef.omgeving.toegang, Rol.POLITIE)
    assert (await politie.get(PAGINA)).status_code == 403
    oov = await met_sessie(proef.app, proef.omgeving.toegang, Rol.OOV)
    assert (await oov.get(f"/meldingen/agenda/{UUID(int=6)}")).status_code == 404
    elders = await met_sessie(proef.app, proef.omgeving.toegang, Rol.OOV, gemeente="gm1598")
    antwoord = await elders.get(PAGINA)
    assert (antwoord.status_code, "muziek" in antwoord.text) == (404, False)


async def test_de_volgorde_en_de_nummers_zijn_die_van_de_agenda(proef: Proef) -> None:
    """As overleg counts for this reader, where it runs beside intake; what has no number there comes behind."""
    nummers = [await _meld(proef, f"Voorval {een}.") for een in ("een", "twee", "drie")]
    for nummer in nummers:
        uit_overleg(proef, punt(AgendapuntToegevoegd, nummer))

    async def agenda(lezer: Wie, overleg_id: UUID) -> list[Genummerd]:
        assert (lezer.rol, overleg_id) == (Rol.OOV, UUID(int=5))
        return [
            Genummerd(3, UUID(int=7), [UUID(nummers[1]), UUID(nummers[2])]),
            Genummerd(5, UUID(int=8), [UUID(nummers[1])]),
        ]

    async def stuk(lezer: Wie, overleg_id: UUID) -> list[Genummerd]:
        raise OSError

    oov = await met_sessie(proef.app, proef.omgeving.toegang, Rol.OOV)
    proef.omgeving.loket.agenda = agenda
    html = (await oov.get(PAGINA)).text
    gelezen = tekst(html)
    assert re.findall(r"Voorval (\w+)", gelezen) == ["drie", "twee", "een"]
    assert re.findall(r"(\d)\. Melding", gelezen) == ["3", "5"]
    assert f'href="/overleg/{UUID(int=5)}#punt-{UUID(int=8)}">Naar punt 5 van de agenda' in html
    proef.omgeving.loket.agenda = stuk
    zonder = tekst((await oov.get(PAGINA)).text)
    assert (set(re.findall(r"Voorval (\w+)", zonder)), re.findall(r"\d\. Melding", zonder)) == (
        {"een", "twee", "drie"},
        [],
    )


async def test_een_ander_vraagt_de_teksten_voor_een_lezer(proef: Proef) -> None:
    """Masked, and only those that this reader would read on the melding's own page; what is not there is not given."""
    nummer = UUID(await _meld(proef, "Harde muziek. Bel Jan de Vries."))
    leeg = UUID(await _meld(proef, ""))
    vraag = proef.omgeving.loket.teksten_van
    gelezen = await vraag(Wie(Rol.OOV), [nummer, leeg, UUID(int=9)])
    assert (set(gelezen), gelezen[leeg], "muziek" in gelezen[nummer], "Vries" in gelezen[nummer]) == (
        {nummer, leeg},
        "",
        True,
        False,
    )
    for ander in (Wie(Rol.POLITIE), Wie(Rol.BURGEMEESTER), Wie(Rol.OOV, gemeente="gm1598"), Wie(None)):
        assert await vraag(ander, [nummer, leeg]) == {}
