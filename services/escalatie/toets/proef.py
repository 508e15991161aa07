"""Play a history through the thresholds of a profile, with the functions that decide in the live service. Pure.

What the live service learns from people is assumed here: an escalation ends when nothing joined it for as long as
the profile's `rust`, else its window, else a day. History counts as if it had been reported when it happened.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from services.escalatie.drempels.teller import Teller
from services.escalatie.drempels.telling import Overschrijding, Telmoment, Waarneming, overschrijding, past
from services.escalatie.drempels.volgorde import grote_eerst
from services.escalatie.toets.dagreeks import Dagreeks
from services.escalatie.toets.geschiedenis import Geschiedenis
from services.escalatie.toets.jaren import overschrijdingen_van_cijfers
from services.escalatie.toets.vuur import Vuur
from services.escalatie.voorval import Lid, plek_van
from shared.profiel.schema import Drempel, Profiel

_KENMERKEN = (
    *("locatie", "aard", "thema", "plaats", "gebied", "gericht_tegen"),
    *("ernst", "gevolgen_openbare_orde"),
)
"""Everything that `past` looks at."""
DAG, ALTIJD = timedelta(days=1), timedelta(days=36_500)


@dataclass
class Proef:
    """What came of it: every time that a threshold went off, in order of time."""

    profiel: Profiel
    meldingen: int = 0
    van: datetime | None = None
    tot: datetime | None = None
    vuren: list[Vuur] = field(default_factory=list)


def toets(profiel: Profiel, geschiedenis: Geschiedenis) -> Proef:
    """Play it all; nothing is sent or stored."""
    leden = geschiedenis.leden(profiel.gemeente.code)
    proef = Proef(profiel, len(leden))
    if leden:
        proef.van, proef.tot = leden[0].waarneming.voorgevallen_op, leden[-1].waarneming.voorgevallen_op
    spel = _Spel(profiel, geschiedenis.groep_van())
    for lid in leden:
        spel.speel(lid)
    vuren = [*spel.vuren, *_van_signalen(profiel, geschiedenis), *_van_cijfers(profiel, geschiedenis)]
    proef.vuren = sorted(vuren, key=lambda vuur: vuur.moment)
    return proef


@dataclass(slots=True)
class _Stand:
    """What one threshold at one location remembers."""

    drempel: Drempel
    teller: Teller
    los: list[Telmoment] = field(default_factory=list)
    gaande: Vuur | None = None
    vorige_einde: datetime | None = None
    dagen: Dagreeks | None = None
    gezien: set[frozenset[UUID]] = field(default_factory=set)


class _Spel:
    def __init__(self, profiel: Profiel, groep_van: Mapping[UUID, frozenset[UUID]]) -> None:
        self._profiel, self._groep_van, self._zone = profiel, groep_van, profiel.zone
        self._drempels = grote_eerst(profiel.drempels)
        self._standen: dict[tuple[str, str], _Stand] = {}
        self._passend: dict[tuple[object, ...], list[_Stand]] = {}
        self.vuren: list[Vuur] = []

    def speel(self, lid: Lid) -> None:
        nieuw = Telmoment(lid.waarneming.voorgevallen_op, lid.feit, lid.id)
        for stand in self._standen_van(lid.waarneming):
            if self._eerste_keer(stand, lid.id):
                self._weeg(stand, nieuw)

    def _standen_van(self, waarneming: Waarneming) -> list[_Stand]:
        """Of the same kind of report the same thresholds count: that is looked up once."""
        aard = tuple(getattr(waarneming, naam, None) for naam in _KENMERKEN)
        gevonden = self._passend.get(aard)
        if gevonden is None:
            passend = [drempel for drempel in self._drempels if past(drempel, waarneming)]
            gevonden = self._passend[aard] = [self._stand(drempel, waarneming.locatie) for drempel in passend]
        return gevonden

    def _stand(self, drempel: Drempel, locatie: str) -> _Stand:
        stand = self._standen.get((drempel.code, locatie))
        if stand is None:
            plek = plek_van(drempel, locatie)
            teller = Teller(self._profiel.gemeente.code, plek.locatie, plek.drempel)
            stand = self._standen.setdefault((drempel.code, plek.locatie), _Stand(drempel, teller))
            self._standen[drempel.code, locatie] = stand
        return stand

    def _eerste_keer(self, stand: _Stand, melding: UUID) -> bool:
        """Of what is one event the first counts."""
        groep = self._groep_van.get(melding)
        if groep is None:
            return True
        eerste = groep not in stand.gezien
        stand.gezien.add(groep)
        return eerste

    def _weeg(self, stand: _Stand, nieuw: Telmoment) -> None:
        soort = stand.drempel.soort
        if soort == "enkel-incident":
            self._vuur(stand, Overschrijding(nieuw.moment, nieuw.moment, (nieuw,)))
            return
        if soort in ("groei", "jaarnorm"):
            self._tel_dag(stand, nieuw)
        elif not self._voed(stand, nieuw):
            self._tel(stand, nieuw)

    def _tel(self, stand: _Stand, nieuw: Telmoment) -> None:
        drempel, venster = stand.drempel, stand.drempel.venster or ALTIJD
        while stand.los and nieuw.moment - stand.los[0].moment > venster:
            stand.los.pop(0)
        vol = overschrijding(stand.los, nieuw, grens=drempel.grens, venster=venster)
        vervolg = vol is None and self._is_vervolg(stand, nieuw.moment)
        if vol or vervolg:
            self._vuur(stand, vol or Overschrijding(nieuw.moment, nieuw.moment, (nieuw,)), vervolg=vervolg)
            stand.los.clear()
        else:
            stand.los.append(nieuw)

    def _tel_dag(self, stand: _Stand, nieuw: Telmoment) -> None:
        if stand.dagen is None:
            stand.dagen = Dagreeks(stand.drempel, self._profiel, stand.teller)
        vol = stand.dagen.tel(nieuw, gaande=self._gaande(stand, nieuw.moment) is not None)
        if vol:
            self._vuur(stand, vol)
        else:
            self._voed(stand, nieuw)

    def _voed(self, stand: _Stand, nieuw: Telmoment) -> bool:
        gaande = self._gaande(stand, nieuw.moment)
        if gaande is None:
            return False
        gaande.erbij, gaande.laatste = gaande.erbij + 1, nieuw.moment
        return True

    def _gaande(self, stand: _Stand, op: datetime) -> Vuur | None:
        gaande = stand.gaande
        if gaande is None or gaande.laatste is None:
            return None
        einde = gaande.laatste + (stand.drempel.rust or stand.drempel.venster or DAG)
        if op <= einde:
            return gaande
        stand.gaande, stand.vorige_einde = None, einde
        return None

    def _is_vervolg(self, stand: _Stand, op: datetime) -> bool:
        binnen = stand.drempel.vervolg_binnen
        return bool(binnen and stand.vorige_einde and op <= stand.vorige_einde + binnen)

    def _vuur(self, stand: _Stand, vol: Overschrijding, *, vervolg: bool = False) -> None:
        op = vol.momenten[-1].moment if vol.momenten else vol.tot
        vuur = Vuur(
            drempel=stand.drempel,
            locatie=stand.teller.locatie,
            moment=op,
            telling=vol.telling,
            feiten=tuple(moment.feit for moment in vol.momenten),
            venster=(vol.van, vol.tot) if vol.van < vol.tot else None,
            toelichting=vol.toelichting,
            onderdrukt_door=self._grotere(stand, op),
            vervolg=vervolg,
            laatste=op,
        )
        self.vuren.append(vuur)
        if vuur.waarschuwt:
            stand.gaande = vuur

    def _grotere(self, stand: _Stand, op: datetime) -> str:
        for code in stand.drempel.onderdrukt_door:
            hoger = self._standen.get((code, stand.teller.locatie))
            if hoger and self._gaande(hoger, op):
                return code
        return ""


def _van_signalen(profiel: Profiel, geschiedenis: Geschiedenis) -> list[Vuur]:
    hier = [deel for deel in geschiedenis.signalen if deel[1] == profiel.gemeente.code]
    return [
        Vuur(drempel, locatie, signaal.uiterlijk, 1, (feit,), toelichting=signaal.tekst)
        for signaal, _, locatie, feit in hier
        for drempel in profiel.drempels
        if signaal.signaal in drempel.signalen and (not drempel.locaties or locatie in drempel.locaties)
    ]


def _van_cijfers(profiel: Profiel, geschiedenis: Geschiedenis) -> list[Vuur]:
    return [
        Vuur(drempel, "alle", _op_dag(dag, profiel), verwacht.tot_nu_toe, (), toelichting=tekst)
        for drempel in profiel.drempels
        if drempel.reeks
        for dag, verwacht, tekst in overschrijdingen_van_cijfers(
            drempel, geschiedenis.cijfers.get((profiel.gemeente.code, drempel.reeks), {}).values()
        )
    ]


def _op_dag(dag: date, profiel: Profiel) -> datetime:
    return datetime(dag.year, dag.month, dag.day, 12, tzinfo=profiel.zone)
