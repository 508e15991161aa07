"""The words of a notice, read as a person who was asleep."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from services.escalatie.alarm import Alarm, alarmen_van
from services.escalatie.bericht import Omstandigheid, belregels, bericht, opdracht, zonder_nummer_voor
from services.escalatie.bundel import Post, schrijf
from services.escalatie.drempels.telling import Overschrijding, Telmoment
from services.escalatie.escalatie import bevestig, herinner_tweede_stap, klim
from services.escalatie.nieuwe_link import vraag_link
from services.escalatie.opening import drempel_overschreden, open_
from services.escalatie.regels import vindplaats
from services.escalatie.voorval import Lid
from services.escalatie.woorden import duur, tijdstip
from services.escalatie.zaak import Zaak
from shared.contracts import Fact
from shared.contracts.escalatie import DrempelOverschreden, Stap
from shared.contracts.intake import Dagdeel, Gezegd
from shared.kortnummer import kortnummer
from shared.profiel import Profiel
from shared.woorden import opsomming
from tests.escalatie.gegeven import BEGIN, DAG, ESCALATIE, MINUUT, UUR, incident, melding, stand

URL = "https://meldketen.example/bevestig?t=abc"


def zaak(profiel: Profiel, code: str, *later: Fact, erbij: int = 0) -> tuple[Zaak, list[Fact]]:
    """An escalation of the profile, after what happened later."""
    drempel = profiel.drempel(code)
    assert drempel is not None
    ladder = profiel.ladder(drempel.ladder)
    assert ladder is not None
    facts = open_(_gekruist(code, profiel), ladder, meldingen=(), op=BEGIN)
    return Zaak(stand(facts, later), facts[0], profiel, erbij), [*facts, *later]


def _gekruist(code: str, profiel: Profiel) -> DrempelOverschreden:
    drempel = profiel.drempel(code)
    assert drempel is not None
    if drempel.soort == "enkel-incident":
        waar = incident(op=BEGIN - 5 * MINUUT, politie_gebeld_op=BEGIN - 3 * MINUUT)
        een = Telmoment(waar.voorgevallen_op, "f1", waar.melding_id)
        vol = Overschrijding(een.moment, een.moment, (een,))
        return drempel_overschreden(ESCALATIE, drempel, waar, vol, profielversie=profiel.versie)
    laatste = melding(op=BEGIN - MINUUT)
    momenten = tuple(Telmoment(BEGIN - MINUUT - n * DAG, f"f{n}", laatste.melding_id) for n in (4, 3, 2, 1, 0))
    vol = Overschrijding(momenten[-1].moment - 7 * DAG, momenten[-1].moment, momenten)
    return drempel_overschreden(ESCALATIE, drempel, laatste, vol, profielversie=profiel.versie)


def voor(rol: str, fact: Fact) -> Alarm:
    """The notice of this fact to a role."""
    return next(alarm for alarm in alarmen_van(fact) if alarm.rol == rol)


def test_van_een_deel_van_de_dag_wordt_geen_uur_gezegd(profiel: Profiel) -> None:
    """When it happened and up to when was counted, in the notice and in one with others; the clock itself stays."""
    deze, facts = zaak(profiel, "driehoek-aantal")
    avond = deze.overschreden.model_copy(update={"dagdeel": Dagdeel.AVOND})
    tekst = bericht(replace(deze, overschreden=avond), voor("burgemeester", facts[1]), url=URL).tekst
    assert "Wanneer: de laatste op zondag 22 november 2026, avond\n" in tekst
    assert "in 7 dagen, tot en met zondag 22 november 2026, avond. De grens is 5." in tekst
    samen = schrijf([Post(replace(deze, overschreden=avond), voor("burgemeester", facts[1]), URL, Omstandigheid())] * 2)
    assert samen.tekst.count("Wanneer: zondag 22 november 2026, avond\n") == 2


def test_het_bericht_aan_de_politie(profiel: Profiel) -> None:
    """LVS-0.3, the first notice: everything on one small screen."""
    deze, facts = zaak(profiel, "incident-openbare-orde")
    gemaakt = bericht(deze, voor("politie", facts[1]), url=URL)
    assert gemaakt.titel == (
        "Escalatie: Incident met gevolgen voor de openbare orde en veiligheid, Noodopvang Rokkeveenseweg"
    )
    assert (
        gemaakt.tekst
        == f"""\
Dit bericht is voor de politie.

Wat: Incident met gevolgen voor de openbare orde en veiligheid
Waar: Noodopvang Rokkeveenseweg
Wanneer: zondag 22 november 2026 om 03.02 uur
Politie gebeld: het COA belde de politie op zondag 22 november 2026 om 03.04 uur.

Doe nu: Bevestig dat u dit bericht hebt. Licht daarna de burgemeester in en bevestig ook dat.
Bevestigen: {URL}
Nummers: COA, bereikbaarheidsdienst van de locatie 000-0000000; \
Burgemeester, dienstnummer 000-0000000.
Bevestigt niemand voor 03.17 uur? Dan waarschuwen wij de piketdienst van de gemeente \
en team Openbare Orde en Veiligheid.

Escalatie: {kortnummer(ESCALATIE)}
Regel: LVS-0.3
Waarom u dit krijgt: Regel LVS-0.3 (Leefbaarheids- en veiligheidsplan Statushouders, inleiding, afspraak 3). \
Die afspraak staat in dat document."""
    )


@pytest.mark.parametrize(
    ("wapen", "gaande", "zin"),
    [
        ("ja", "ja", "Het COA zegt: er is een wapen gezien of genoemd. Het COA zegt: het is nog gaande."),
        ("nee", "nee", "Het COA zegt: er is geen wapen gezien of genoemd. Het COA zegt: het is niet meer gaande."),
        ("onbekend", "ja", "Het COA zegt: het is nog gaande."),
    ],
)
def test_een_wapen_staat_vooraan(profiel: Profiel, wapen: str, gaande: str, zin: str) -> None:
    """A text message may be cut off: what the COA answered goes before all; what it did not know is not said."""
    deze, facts = zaak(profiel, "incident-openbare-orde")
    gezegd_door_coa = deze.overschreden.model_copy(update={"wapen": Gezegd(wapen), "nog_gaande": Gezegd(gaande)})
    met = replace(deze, overschreden=gezegd_door_coa)
    alarm = voor("politie", facts[1])
    assert bericht(met, alarm, url=URL).tekst.startswith(f"{zin}\n\nDit bericht is voor de politie.\n")
    samen = schrijf([Post(een, alarm, URL, Omstandigheid()) for een in (met, deze)])
    assert samen.tekst.count(zin) == 1
    assert "Het COA zegt" not in bericht(deze, alarm, url=URL).tekst


def test_het_bericht_aan_de_driehoek(profiel: Profiel) -> None:
    """LVS-1.6: counts, window, and that the number is the municipality's."""
    deze, facts = zaak(profiel, "driehoek-aantal", erbij=2)
    assert deze.stelt_overleg_voor, "its page leads to the meeting that was proposed"
    assert not zaak(profiel, "incident-openbare-orde")[0].stelt_overleg_voor
    assert (
        bericht(deze, voor("om", facts[1]), url=URL).tekst
        == f"""\
Dit bericht is voor de officier van justitie.

Wat: Vijf meldingen van strafbaar gedrag binnen zeven dagen
Waar: Noodopvang Rokkeveenseweg
Wanneer: de laatste op zondag 22 november 2026 om 03.06 uur
Hoeveel: 5 meldingen in 7 dagen, tot en met zondag 22 november 2026 om 03.06 uur. De grens is 5.
Erbij gekomen: 2

Doe nu: Bekijk de meldingen en beslis of de driehoek bijeenkomt. Het voorstel voor het overleg staat klaar.
Bevestigen: {URL}
Nummers: COA, bereikbaarheidsdienst van de locatie 000-0000000; Politie, officier van dienst 000-0000000.
Bevestigt niemand voor 03.37 uur? Dan waarschuwen wij team Openbare Orde en Veiligheid \
en de piketdienst van de gemeente.

Escalatie: {kortnummer(ESCALATIE)}
Regel: LVS-1.6
Waarom u dit krijgt: Regel LVS-1.6 (Leefbaarheids- en veiligheidsplan Statushouders, hoofdstuk 1, punt 6). \
De grens is ingesteld door de gemeente op 15 september 2026."""
    )


def test_het_bericht_na_opschalen(profiel: Profiel) -> None:
    """Piket hears why it is woken, and what to do: call the police, not the burgemeester."""
    deze, _ = zaak(profiel, "incident-openbare-orde")
    [geklommen] = klim(deze.escalatie, op=BEGIN + 10 * MINUUT)
    hoger, _ = zaak(profiel, "incident-openbare-orde", geklommen)
    tekst = bericht(hoger, voor("piket", geklommen), url=URL, omstandigheid=Omstandigheid(te_laat=True)).tekst
    assert tekst.startswith(
        "Dit bericht is voor de piketdienst van de gemeente.\n"
        "Wie eerder is gewaarschuwd, heeft niet op tijd bevestigd: de politie. Daarom krijgt u dit bericht.\n"
        "Let op: dit bericht komt later dan bedoeld, want het systeem stond stil.\n"
    )
    assert "Bel daarna de politie (000-0000000) en vraag of zij hiermee bezig is." in tekst
    assert "Bevestigt niemand voor 03.27 uur? Dan krijgt u dit bericht opnieuw." in tekst


def test_wie_zelf_nog_niet_bevestigde_leest_dat(profiel: Profiel) -> None:
    """Not as of another: one who is warned again is told so; and an hour of another day is said with that day."""
    teksten = dict[str, str]()
    for code in ("niet-besproken", "locatie-stil"):
        deze, _ = zaak(profiel, code)
        klim_op = deze.escalatie.klim_op
        assert klim_op
        [geklommen] = klim(deze.escalatie, op=klim_op)
        hoger, _ = zaak(profiel, code, geklommen)
        avond = Omstandigheid(op=BEGIN - 4 * UUR)
        for rol in ("oov", "piket"):
            teksten[f"{code} {rol}"] = bericht(hoger, voor(rol, geklommen), url=URL, omstandigheid=avond).tekst
    oov, piket, _, ook = teksten.values()
    assert "\nU bevestigde nog niet. Daarom krijgt u dit bericht.\n" in oov
    assert "niet op tijd bevestigd: team Openbare Orde en Veiligheid. Daarom krijgt u dit bericht." in piket
    assert "niet op tijd bevestigd: u en het COA. Daarom krijgt u dit bericht." in ook
    assert re.search(r"Bevestigt niemand voor \w+dag \d+ november \d\d\.\d\d uur\?", oov)


def test_na_de_politie_hoeft_piket_die_niet_te_bellen(profiel: Profiel) -> None:
    """Who is warned beside the police reads when they confirmed, and what is still needed."""
    deze, _ = zaak(profiel, "incident-openbare-orde")
    na, _ = zaak(
        profiel,
        "incident-openbare-orde",
        *bevestig(deze.escalatie, door="politie", stap=Stap.ONTVANGEN, weg="link", op=BEGIN),
    )
    assert opdracht(replace(na, politie_op=BEGIN), "piket", Stap.ONTVANGEN, BEGIN) == (
        "De politie heeft bevestigd om 03.07 uur. Iemand moet nog melden dat de burgemeester het weet."
    )


def test_het_bericht_over_de_gemiste_tweede_stap(profiel: Profiel) -> None:
    """The step that was missed stands in the subject, and what must be done now."""
    deze, _ = zaak(profiel, "incident-openbare-orde")
    bevestigd = bevestig(deze.escalatie, door="politie", stap=Stap.ONTVANGEN, weg="link", op=BEGIN)
    na, _ = zaak(profiel, "incident-openbare-orde", *bevestigd)
    [gemist] = herinner_tweede_stap(na.escalatie, op=BEGIN + UUR)
    gemaakt = bericht(na, voor("oov", gemist), url=URL)
    assert gemaakt.titel.startswith("Burgemeester nog niet ingelicht: ")
    assert "Nog niemand heeft bevestigd dat de burgemeester is ingelicht. De termijn is voorbij." in gemaakt.tekst
    assert "Doe nu: Bel de politie (000-0000000) en zorg dat de burgemeester nu wordt ingelicht." in gemaakt.tekst


def test_een_bericht_zegt_niets_over_personen(profiel: Profiel) -> None:
    """Promise 7: no id of a melding and no address of an event stands in a notice; the link leads to details."""
    deze, facts = zaak(profiel, "driehoek-aantal")
    tekst = bericht(deze, voor("om", facts[1]), url=URL).tekst
    assert str(melding().melding_id) not in tekst


@pytest.mark.parametrize(
    ("regel", "plek"),
    [
        ("LVS-0.3", "Leefbaarheids- en veiligheidsplan Statushouders, inleiding, afspraak 3"),
        ("LVS-1.6", "Leefbaarheids- en veiligheidsplan Statushouders, hoofdstuk 1, punt 6"),
        ("KG-2.3a", "Deelplan openbare orde en veiligheid Koggenland, onderdeel 2.3a"),
        ("XX-9", "XX, onderdeel 9"),
    ],
)
def test_een_regel_wijst_zijn_plek_aan(regel: str, plek: str) -> None:
    """An id leads to a document and a paragraph."""
    assert vindplaats(regel) == plek


@pytest.mark.parametrize(
    ("lengte", "woorden"),
    [
        (timedelta(days=7), "7 dagen"),
        (timedelta(days=1), "1 dag"),
        (timedelta(hours=36), "36 uur"),
        (timedelta(minutes=90), "90 minuten"),
        (timedelta(seconds=1), "1 seconde"),
    ],
)
def test_een_duur_in_woorden(lengte: timedelta, woorden: str) -> None:
    """The largest unit that fits exactly."""
    assert duur(lengte) == woorden


def test_tijd_is_die_van_de_gemeente() -> None:
    """Summer and winter time, on both sides of the night in which the clock goes back."""
    zone = ZoneInfo("Europe/Amsterdam")
    voor_, na = (datetime.fromisoformat(f"2026-10-25T0{uur}:30:00Z") for uur in (0, 1))
    assert tijdstip(voor_, zone) == tijdstip(na, zone) == "zondag 25 oktober 2026 om 02.30 uur"
    assert opsomming(["a"]) == "a"


def test_wie_s_nachts_te_bellen_is_staat_erbij_en_anders_dat_het_ontbreekt(profiel: Profiel) -> None:
    """Numbers of functions, of this location first; nobody calls himself; what lacks is said (LVS-0.3)."""
    deze, _ = zaak(profiel, "incident-openbare-orde")
    assert [een.wie for een in belregels(deze, "coa")] == [
        "Politie, officier van dienst",
        "Burgemeester, dienstnummer",
    ]
    assert zonder_nummer_voor(deze, "piket") == ()
    leeg = replace(deze, profiel=profiel.model_copy(update={"dienstnummers": ()}))
    assert [een.wie for een in belregels(leeg, "burgemeester")] == []
    assert zonder_nummer_voor(leeg, "piket") == ("de politie", "het COA")
    assert zonder_nummer_voor(leeg, "politie") == ("het COA",)


def test_wie_om_een_nieuwe_link_vroeg_leest_dat(profiel: Profiel) -> None:
    """It is no reminder, and the term of the second step need not be over."""
    deze, _ = zaak(profiel, "incident-openbare-orde")
    [weer] = vraag_link(deze.escalatie, rol="politie", stap=Stap.ONTVANGEN, trede=0, op=BEGIN)
    tekst = bericht(deze, voor("politie", weer), url=URL).tekst
    assert "U vroeg om een nieuwe link, want de vorige was verlopen." in tekst
    assert "Herinnering" not in tekst


def test_een_telling_zegt_tegen_wie_het_was(profiel: Profiel) -> None:
    """LVS-1.6: what was done to residents is not read as done by them; what was withdrawn counts no more."""
    deze, facts = zaak(profiel, "driehoek-aantal")
    tegen = ("bewoners", "ondernemers", "bewoners", "onbekend", "omwonenden")
    leden = tuple(Lid(melding(n, gericht_tegen=wie), f"f{n}", wie == "omwonenden") for n, wie in enumerate(tegen))
    assert "Tegen wie" not in bericht(deze, voor("om", facts[1]), url=URL).tekst
    tekst = bericht(replace(deze, leden=leden), voor("om", facts[1]), url=URL).tekst
    assert (
        "Tegen wie: 2 tegen bewoners van de opvang, 1 tegen winkeliers of ondernemers en van 1 is dat niet bekend. "
        "Een melding telt ook mee als de gemeente haar nog niet heeft bekeken."
    ) in tekst
