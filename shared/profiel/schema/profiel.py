"""Everything of one municipality."""

from hashlib import sha256
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo

from pydantic import Field, PrivateAttr

from shared.profiel.eigen import NAMEN as EIGEN
from shared.profiel.schema.aanmelden import Aanmelden
from shared.profiel.schema.audit import Audit
from shared.profiel.schema.basis import Deel
from shared.profiel.schema.doelen import Beleid, Doel, Kerncijfer, Speerpunt
from shared.profiel.schema.doorzetten import Doorzetten, Hartslag
from shared.profiel.schema.drempel import Drempel
from shared.profiel.schema.escalatie import Dienstnummer, Kanaal, Ladder
from shared.profiel.schema.gemeente import Gemeente, Locatie, Partner
from shared.profiel.schema.huisstijl import Huisstijl
from shared.profiel.schema.maatregel import Afspraken, Berichten, Dossierkluis, Maatregelsoort, Verzoeksoort
from shared.profiel.schema.melder import Bewaartermijn, Meldkaart, Terugkoppelen
from shared.profiel.schema.meldingen import Meldingen
from shared.profiel.schema.overleg import EIGEN_TERMIJN, Bespreken, Reeks
from shared.profiel.schema.piket import Rooster, Stilte
from shared.profiel.schema.publicatie import Publicatie


class Profiel(Deel):
    """Everything of one municipality."""

    gemeente: Gemeente
    locaties: Annotated[tuple[Locatie, ...], Field(min_length=1)]
    meldingen: Meldingen
    partners: tuple[Partner, ...] = ()
    reeksen: tuple[Reeks, ...] = ()
    bespreken: Bespreken = EIGEN_TERMIJN
    drempels: tuple[Drempel, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    kanalen: tuple[Kanaal, ...] = ()
    roosters: tuple[Rooster, ...] = ()
    dienstnummers: tuple[Dienstnummer, ...] = ()
    stilte: Stilte | None = None
    maatregelen: tuple[Maatregelsoort, ...] = ()
    verzoeken: tuple[Verzoeksoort, ...] = ()
    afspraken: Afspraken | None = None
    berichten: Berichten | None = None
    dossierkluis: Dossierkluis | None = None
    doorzetten: Doorzetten = Doorzetten()
    hartslag: Hartslag | None = None
    terugkoppelen: Terugkoppelen = Terugkoppelen()
    bewaren: tuple[Bewaartermijn, ...] = ()
    meldkaarten: tuple[Meldkaart, ...] = ()
    publicatie: Publicatie = Publicatie()
    huisstijl: Huisstijl = Huisstijl()
    speerpunten: tuple[Speerpunt, ...] = ()
    doelen: tuple[Doel, ...] = ()
    kerncijfers: tuple[Kerncijfer, ...] = ()
    beleid: Beleid | None = None
    audit: Audit | None = None
    aanmelden: Aanmelden | None = None
    _tekst: str = PrivateAttr("")

    def met_tekst(self, tekst: str) -> Self:
        """The same profile, knowing the TOML it came from."""
        kopie = self.model_copy()
        kopie._tekst = tekst
        return kopie

    def model_copy(self, **anders: Any) -> Self:
        """A changed copy no longer stands for the text that it came from."""
        kopie = super().model_copy(**anders)
        if anders.get("update"):
            kopie._tekst = ""
        return kopie

    @property
    def tekst(self) -> str:
        """The TOML; for a profile made in code the same as JSON."""
        return self._tekst or self.model_dump_json()

    @property
    def sha256(self) -> str:
        """Fingerprint of the text, hex."""
        return sha256(self.tekst.encode()).hexdigest()

    @property
    def versie(self) -> str:
        """Short name of exactly this text."""
        return self.sha256[:12]

    @property
    def zone(self) -> ZoneInfo:
        """In which the municipality plans its meetings."""
        return ZoneInfo(self.gemeente.tijdzone)

    def locatie(self, code: str) -> Locatie | None:
        """By code."""
        return next((locatie for locatie in self.locaties if locatie.code == code), None)

    def reeks(self, code: str) -> Reeks | None:
        """By code."""
        return next((reeks for reeks in self.reeksen if reeks.code == code), None)

    def drempel(self, code: str) -> Drempel | None:
        """By code."""
        return next((drempel for drempel in self.drempels if drempel.code == code), None)

    def drempelnaam(self, code: str) -> str:
        """What a threshold watches; of a threshold that is no longer in the profile its code."""
        drempel = self.drempel(code)
        return drempel.omschrijving if drempel else EIGEN.get(code, code)

    def ladder(self, code: str) -> Ladder | None:
        """By code."""
        return next((ladder for ladder in self.ladders if ladder.code == code), None)

    def rooster(self, rol: str) -> Rooster | None:
        """By role."""
        return next((rooster for rooster in self.roosters if rooster.rol == rol), None)

    def kanaal(self, rol: str) -> Kanaal | None:
        """By role."""
        return next((kanaal for kanaal in self.kanalen if kanaal.rol == rol), None)

    def partner(self, code: str) -> Partner | None:
        """By code."""
        return next((partner for partner in self.partners if partner.code == code), None)

    def verzoek(self, code: str) -> Verzoeksoort | None:
        """By code."""
        return next((soort for soort in self.verzoeken if soort.code == code), None)

    def maatregel(self, code: str) -> Maatregelsoort | None:
        """By code."""
        return next((soort for soort in self.maatregelen if soort.code == code), None)
