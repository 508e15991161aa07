"""The steps of a melding, and the rules that go with them. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from services.rapportage.beeld import Antwoord
from services.rapportage.verloop.stappen import Geval, Moment, Norm, Partnerduur, Stap, Verloop, duur, norm
from services.rapportage.week import begin
from shared.profiel import Profiel

DOORGEZET, GEAGENDEERD, BESPROKEN, GEMIST = (
    "MeldingDoorgezet",
    "AgendapuntToegevoegd",
    "AgendapuntBesproken",
    "AgendaGemist",
)
AFGESPROKEN, NAGEKOMEN, VERVALLEN, VERTELD, GESLOTEN = (
    "AfspraakGemaakt",
    "AfspraakNagekomen",
    "AfspraakVervallen",
    "TerugkoppelingGegeven",
    "MeldingGesloten",
)

Bezorgd = Sequence[tuple[Geval, Sequence[Moment]]]
"""Each case, and when it reached a partner, the first on top."""


class Doorlooptijden(Antwoord):
    """Service times of one location over the meldingen received in a period."""

    van: date
    tot: date
    kleinste_aantal: int
    meldingen: Verloop
    incidenten: Verloop


@dataclass(frozen=True)
class Blik:
    """Whose rules and names count, what was known, and whether the steps of meetings are shown."""

    profiel: Profiel
    peildatum: datetime
    bespreekregel: str
    overleg: bool = True

    def partner(self, code: str) -> str:
        """What a partner is called."""
        return next((een.naam for een in self.profiel.partners if een.code == code), code)


def verloop(gevallen: Sequence[Geval], blik: Blik) -> Verloop:
    """Compute every step."""
    overleg = (_geagendeerd, _besproken, _afgesproken, _nagekomen) if blik.overleg else ()
    stappen = [stap(gevallen, blik) for stap in (_doorgezet, *overleg, _verteld, _gesloten)]
    return Verloop(gevallen=len(gevallen), stappen=tuple(stappen))


def _doorgezet(gevallen: Sequence[Geval], blik: Blik) -> Stap:
    bezorgd = [(geval, _bezorgd(geval)) for geval in gevallen]  # once: four questions are asked of it
    tijden = [momenten[0].op - geval.ontvangen for geval, momenten in bezorgd if momenten]
    per = _per_partner(
        (moment.wie, moment.op - geval.ontvangen) for geval, momenten in bezorgd for moment in _per_wie(momenten)
    )
    return _stap("doorgezet", "Doorgezet naar een partner", gevallen, tijden, blik, per, _doorzetnormen(bezorgd, blik))


def _geagendeerd(gevallen: Sequence[Geval], blik: Blik) -> Stap:
    tijden = _eerste(gevallen, lambda geval: geval.van(GEAGENDEERD))
    return _stap("geagendeerd", "Op een agenda gezet", gevallen, tijden, blik)


def _besproken(gevallen: Sequence[Geval], blik: Blik) -> Stap:
    tijden = _eerste(gevallen, lambda geval: geval.van(BESPROKEN))
    gewogen = [geval for geval in gevallen if geval.van(BESPROKEN) or geval.van(GEMIST)]
    op_tijd = norm(blik.bespreekregel, "op tijd besproken in het overleg", (not g.van(GEMIST) for g in gewogen))
    return _stap("besproken", "Besproken in een overleg", gevallen, tijden, blik, normen=(op_tijd,))


def _afgesproken(gevallen: Sequence[Geval], blik: Blik) -> Stap:
    tijden = _eerste(gevallen, lambda geval: geval.van(AFGESPROKEN))
    return _stap("afgesproken", "Eerste afspraak gemaakt", gevallen, tijden, blik)


def _nagekomen(gevallen: Sequence[Geval], blik: Blik) -> Stap:
    """Each agreement once, however many meldingen it is about; one that lapsed need not be kept."""
    vervallen = {moment.zaak for geval in gevallen for moment in geval.van(VERVALLEN)}
    afspraken = [moment for geval in gevallen for moment in geval.van(AFGESPROKEN)]
    gemaakt = {moment.zaak: moment for moment in afspraken if moment.zaak not in vervallen}
    klaar = {moment.zaak: moment.op for geval in gevallen for moment in geval.van(NAGEKOMEN)}
    tijden = {zaak: klaar[zaak] - moment.op for zaak, moment in gemaakt.items() if zaak in klaar}
    per = _per_partner((gemaakt[zaak].wie, tijd) for zaak, tijd in tijden.items())
    normen = tuple(_afspraaknormen(gemaakt, klaar, blik))
    begin_ = "de afspraak"
    return _stap("nagekomen", "Afspraak nagekomen", list(gemaakt), list(tijden.values()), blik, per, normen, begin_)


def _verteld(gevallen: Sequence[Geval], blik: Blik) -> Stap:
    gewenst = [geval for geval in gevallen if geval.gewenst]
    tijden = _eerste(gewenst, _bericht_aan_melder)
    gedaan = norm("KG-2.3c", "wie het wilde, kreeg bericht", (bool(_bericht_aan_melder(geval)) for geval in gewenst))
    naam = "Aan de melder verteld wat er is gedaan"
    return _stap("teruggekoppeld", naam, gewenst, tijden, blik, normen=(gedaan,))


def _gesloten(gevallen: Sequence[Geval], blik: Blik) -> Stap:
    tijden = _eerste(gevallen, lambda geval: geval.van(GESLOTEN))
    return _stap("gesloten", "Melding gesloten", gevallen, tijden, blik)


def _stap(
    code: str,
    naam: str,
    gevallen: Sequence[object],
    tijden: Sequence[timedelta],
    blik: Blik,
    per: Mapping[str, Sequence[timedelta]] | None = None,
    normen: tuple[Norm, ...] = (),
    vanaf: str = "de ontvangst",
) -> Stap:
    aantal, mediaan, p90 = duur(tijden)
    partners = [_partnerduur(partner, blik, van) for partner, van in sorted((per or {}).items())]
    return Stap(
        code=code,
        naam=naam,
        vanaf=vanaf,
        aantal=aantal,
        mediaan_seconden=mediaan,
        p90_seconden=p90,
        nog_niet=len(gevallen) - aantal,
        per_partner=tuple(partners),
        normen=normen,
    )


def _partnerduur(partner: str, blik: Blik, tijden: Sequence[timedelta]) -> Partnerduur:
    aantal, mediaan, p90 = duur(tijden)
    naam = blik.partner(partner)
    return Partnerduur(partner=partner, naam=naam, aantal=aantal, mediaan_seconden=mediaan, p90_seconden=p90)


def _eerste(gevallen: Iterable[Geval], momenten: Callable[[Geval], Sequence[Moment]]) -> list[timedelta]:
    return [gevonden[0].op - geval.ontvangen for geval in gevallen if (gevonden := momenten(geval))]


def _per_partner(paren: Iterable[tuple[str, timedelta]]) -> dict[str, list[timedelta]]:
    per: dict[str, list[timedelta]] = {}
    for partner, tijd in paren:
        per.setdefault(partner, []).append(tijd)
    return per


def _bezorgd(geval: Geval) -> list[Moment]:
    return [moment for moment in geval.van(DOORGEZET) if moment.wat == "bezorgd"]


def _per_wie(bezorgd: Iterable[Moment]) -> Iterable[Moment]:
    """Keep the first at each partner."""
    eerste: dict[str, Moment] = {}
    for moment in bezorgd:
        eerste.setdefault(moment.wie, moment)
    return eerste.values()


def _bericht_aan_melder(geval: Geval) -> list[Moment]:
    """Not the receipt: that says only that the melding arrived."""
    return [moment for moment in geval.van(VERTELD) if moment.wat == "verzonden" and moment.wie != "ontvangen"]


def _doorzetnormen(gevallen: Bezorgd, blik: Blik) -> tuple[Norm, ...]:
    """The same day at the partner that the profile names for it, else at any; and by rule in time."""
    cluster = blik.profiel.doorzetten.cluster
    if cluster:
        dag = norm(cluster.regel, f"dezelfde dag bij {blik.partner(cluster.aan)}", _dagen(gevallen, blik, cluster.aan))
    else:
        dag = norm(None, "dezelfde dag bij een partner", _dagen(gevallen, blik, None))
    return dag, *_op_tijd(gevallen, blik)


def _dagen(gevallen: Bezorgd, blik: Blik, partner: str | None) -> Iterator[bool]:
    zone = blik.profiel.zone
    for geval, momenten in gevallen:
        bezorgd = [moment.op for moment in momenten if partner in (None, moment.wie)]
        einde = begin(geval.ontvangen.astimezone(zone).date() + timedelta(days=1), zone)
        if bezorgd or einde <= blik.peildatum:
            yield bool(bezorgd) and bezorgd[0] < einde


def _op_tijd(gevallen: Bezorgd, blik: Blik) -> Iterator[Norm]:
    per_regel: dict[str, list[bool]] = {}
    for geval, momenten in gevallen:
        bezorgd = {moment.wie: moment.op for moment in _per_wie(momenten)}
        aangeboden = [m for m in geval.van(DOORGEZET) if m.wat == "aangeboden" and m.uiterlijk and m.regel]
        for regel, op_tijd in _beoordeeld(aangeboden, bezorgd, lambda moment: moment.wie, blik):
            per_regel.setdefault(regel, []).append(op_tijd)
    for regel, uitkomsten in sorted(per_regel.items()):
        yield norm(regel, "bij de partner binnen de termijn", uitkomsten)


def _afspraaknormen(gemaakt: Mapping[str, Moment], klaar: Mapping[str, datetime], blik: Blik) -> Iterator[Norm]:
    per_regel: dict[str, list[bool]] = {}
    for regel, op_tijd in _beoordeeld(gemaakt.values(), klaar, lambda moment: moment.zaak, blik):
        per_regel.setdefault(regel, []).append(op_tijd)
    for regel, uitkomsten in sorted(per_regel.items()):
        yield norm(regel, "nagekomen voor de eerst afgesproken datum", uitkomsten)


def _beoordeeld(
    beloofd: Iterable[Moment], klaar: Mapping[str, datetime], van_wie: Callable[[Moment], str], blik: Blik
) -> Iterator[tuple[str, bool]]:
    """What is done, or whose time is over: by rule whether it was in time."""
    for moment in beloofd:
        op, uiterlijk = klaar.get(van_wie(moment)), moment.uiterlijk
        if uiterlijk and (op or uiterlijk < blik.peildatum):
            yield moment.regel, op is not None and op <= uiterlijk
