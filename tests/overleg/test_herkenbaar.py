"""What a text about a measure may not hold, and what it may: the ordinary words of the work (LVS-2.2)."""

import pytest

from bench.proefteksten import lees
from services.overleg.eigen_namen import eigen_namen
from services.overleg.herkenbaar import weiger_herkenbaar
from shared.facts import OngeldigeInvoer
from shared.maskering import laat_staan
from shared.profiel import Profielen, laad
from shared.profiel.plaatsnamen import plaatsnamen
from tests.overleg.voorbeelden import profiel

HERKENBAAR = [
    ("bsn", "bsn 111222333", 2),
    ("v-nummer", "zijn v-nummer is 271.234.5678", 4),
    ("telefoonnummer", "Bereikbaar op 06-12345678", 3),
    ("e-mailadres", "mail naar jan@voorbeeld.nl", 3),
    ("rekeningnummer", "NL91 ABNA 0417 1643 00", 1),
    ("kenteken", "auto met SS123D", 3),
    ("adres", "Woont op Nathaliegang 112", 3),
    ("adres", "2713 XS", 1),
    ("geboortedatum", "geboren op 4-5-1948", 3),
    ("gebruikersnaam", "@bilal.079 hoort erbij", 1),
    ("naam", "Fatima El Amrani", 1),
    ("naam", "Het ging om mevrouw De Vries.", 5),
    ("naam", "meneer de Bruin", 2),
    ("naam", "de leider heet bilal", 4),
    ("naam", "Gehoord is P. Jansen", 3),
    ("naam", "A.B. kreeg een gebiedsverbod", 1),
    ("naam", "Aan M. de V. is gezegd", 2),
    ("naam", "de verdachte K. (17)", 2),
    ("zaaknummer", "zaak Z-2026-00123", 2),
    ("zaaknummer", "Zie Z-2026-00123", 2),
    ("zaaknummer", "dossiernummer: 2026/00451", 1),
    ("zaaknummer", "volgens PL1500-2026012345", 2),
    ("v-nummer", "paspoort NX12345D6", 2),
]
GEWOON = [
    "Herhaalde overlast door een groep rond de Rokkeveenseweg; het OM is geraadpleegd.",
    "Gebiedsverbod voor 24 uur op grond van artikel 2:79 van de APV na winkeldiefstal.",
    "De burgemeester besluit volgens artikel 172a van de Gemeentewet.",
    "Twee waarschuwingen in november en januari, daarna weer overlast in Rokkeveen en Driemanspolder.",
    "Het Stadscentrum en het gebied rond station Zoetermeer-Oost.",
    "Bestuurlijke rapportage van de politie van 12 februari 2026.",
    "De officier van justitie is in de driehoek van 3 maart gehoord.",
    "Wij vragen om twee extra wijkagenten voor zes weken.",
    "Extra toezicht door handhaving tussen 20.00 en 24.00 uur.",
    "Budget voor de SPUK: € 80.000, waarvan € 20.000 voor straatcoaches.",
    "Overleg met het COA en VluchtelingenWerk over begeleiding.",
    "De Wet tijdelijk huisverbod is hier niet van toepassing.",
    "Het C.O.A. en de I.N.D. zijn gehoord; de B.O.A. kijkt mee.",
    "Veiligheidshuis Haaglanden is betrokken; GGD Haaglanden denkt mee.",
    "Verordening van de raad van 9 december 2025, nummer 2025-114.",
    "Van 1 maart 2026 tot 1 juni 2026, elke avond vanaf 21.00 uur.",
    "De betrokkene heeft zich niet aan de huisregels gehouden. Een mes is aangetroffen.",
    "Het plan volgt de toolbox van het ministerie van Justitie en Veiligheid.",
    "De noodopvang aan de Rokkeveenseweg telt 150 plaatsen.",
    "Na Koningsdag en rond Oud en Nieuw is er extra inzet.",
    "Volgens LVS-1.6, TB-3.2 en KG-2.2.1.",
]


@pytest.fixture(autouse=True)
def _installatie() -> None:
    """What stays is of the whole process and only grows: as many names whether or not another test ran before."""
    laat_staan(plaatsnamen(Profielen(laad(naam) for naam in ("zoetermeer", "leidschendam-voorburg", "koggenland"))))


@pytest.mark.parametrize(("soort", "tekst", "woord"), HERKENBAAR)
def test_wat_naar_een_persoon_leidt_wordt_geweigerd(soort: str, tekst: str, woord: int) -> None:
    """The refusal says what it looks like and where, and never repeats it."""
    with pytest.raises(OngeldigeInvoer) as geweigerd:
        weiger_herkenbaar("toelichting", tekst, profiel())
    (fout,) = geweigerd.value.fouten
    assert fout.veld == "toelichting"
    assert f"een {soort} (woord {woord})" in fout.reden
    assert not {deel for deel in tekst.split() if any(teken.isdigit() for teken in deel)} & set(fout.reden.split())


@pytest.mark.parametrize("tekst", GEWOON)
def test_gewone_taal_over_een_maatregel_mag(tekst: str) -> None:
    """Places, partners, laws and meetings of the profile are nobody's name; the text comes back as it was."""
    assert weiger_herkenbaar("toelichting", tekst, profiel()) == tekst


def test_wat_het_profiel_noemt_mag() -> None:
    """A municipality that names its neighbourhood may write about it; until then it looks like somebody's name."""
    tekst = "In Seghwaert en bij de Quakkelburgse bleef het rustig."
    plek = profiel().locaties[0]
    wijken = tuple(
        plek.gebieden[0].model_copy(update={"code": naam.lower(), "naam": naam})
        for naam in ("Seghwaert", "Quakkelburgse")
    )
    anders = profiel().model_copy(update={"locaties": (plek.model_copy(update={"gebieden": wijken}),)})
    with pytest.raises(OngeldigeInvoer, match=r"een naam \(woord 2, "):
        weiger_herkenbaar("toelichting", tekst, profiel())
    assert weiger_herkenbaar("toelichting", tekst, anders) == tekst
    assert {"Justitie en Veiligheid", "SPUK", "Gemeentewet"} <= eigen_namen(anders)


def test_hoe_vaak_het_misgaat() -> None:
    """On texts that no rule was written on: of 100 that name somebody 98 are refused, of 100 others at most 12."""
    goed, vals = 0, 0
    proeven = lees("vast")
    met = [proef for proef in proeven if proef.gegevens]
    for proef in proeven:
        try:
            weiger_herkenbaar("toelichting", proef.tekst, profiel())
        except OngeldigeInvoer:
            goed, vals = goed + bool(proef.gegevens), vals + (not proef.gegevens)
    assert goed / len(met) >= 0.98
    assert vals / (len(proeven) - len(met)) <= 0.12
