"""Thresholds that look back over months, played in order of time: each day is summed up once. Pure."""

from datetime import date, datetime, time

from services.escalatie.drempels.groei import Ervoor, Recent, ervoor, groei, recent
from services.escalatie.drempels.jaarnorm import gaat_erover, metingen_uit_dagen
from services.escalatie.drempels.teller import Teller
from services.escalatie.drempels.telling import Overschrijding, Telmoment
from services.escalatie.drempels.uitleg import groei_in_woorden, verwachting_in_woorden
from shared.jaarverwachting import verwachting
from shared.profiel.schema import Drempel, Profiel


class Dagreeks:
    """The days of one threshold at one location."""

    def __init__(self, drempel: Drempel, profiel: Profiel, teller: Teller) -> None:
        self._drempel, self._zone = drempel, profiel.zone
        plek = profiel.locatie(teller.locatie)
        begin = plek and (plek.eerste_bewoners_op or plek.geopend_op)
        self._sinds = begin.toordinal() if begin else None
        self._dagen: dict[int, int] = {}
        self._momenten: list[Telmoment] = []
        self._na: int | None = None
        self._jaar = 0
        self._vandaag = -1
        self._laatst: Recent | None = None
        self._voor: Ervoor | None = None
        self._eerder = 0

    def tel(self, nieuw: Telmoment, *, gaande: bool) -> Overschrijding | None:
        """Count an event; what it crosses, if anything. What is going on already crosses nothing."""
        dag = nieuw.moment.astimezone(self._zone).toordinal()
        self._sinds = dag if self._sinds is None else min(self._sinds, dag)
        nieuwe_dag = dag != self._vandaag
        self._vandaag = dag
        self._dagen[dag] = self._dagen.get(dag, 0) + 1
        self._momenten.append(nieuw)
        if self._drempel.soort == "jaarnorm":
            return self._norm(nieuw, dag) if nieuwe_dag and not gaande else None
        if nieuwe_dag:
            self._nieuwe_dag(dag)
        return None if gaande else self._groei(dag)

    def _nieuwe_dag(self, dag: int) -> None:
        self._laatst, self._voor, self._eerder = recent(self._drempel, dag, self._na), None, 0
        if self._laatst:
            self._voor = ervoor(self._drempel, self._dagen, dag, self._sinds or dag)
            self._eerder = sum(self._dagen.get(elk, 0) for elk in range(self._laatst.van, dag))

    def _groei(self, dag: int) -> Overschrijding | None:
        if self._laatst is None or self._voor is None:
            return None
        aantal = self._eerder + self._dagen[dag]
        gevonden = groei(self._drempel, aantal, self._laatst, self._voor)
        if gevonden is None:
            return None
        van = datetime.combine(date.fromordinal(self._laatst.van), time.min, self._zone)
        momenten = tuple(moment for moment in self._momenten[-aantal:] if moment.moment >= van)
        self._na, self._laatst = dag, None
        tekst = groei_in_woorden(aantal, gevonden)
        return Overschrijding(van, momenten[-1].moment, momenten, hoeveel=aantal, toelichting=tekst, groei=gevonden)

    def _norm(self, nieuw: Telmoment, dag: int) -> Overschrijding | None:
        jaar = date.fromordinal(dag).year
        if jaar == self._jaar:
            return None
        metingen = metingen_uit_dagen(jaar, self._dagen, self._sinds or dag, dag - 1)
        verwacht = verwachting(jaar, metingen)
        if verwacht is None or not gaat_erover(self._drempel.grens, verwacht):
            return None
        self._jaar = jaar
        begin = datetime.combine(date(jaar, 1, 1), time.min, self._zone)
        return Overschrijding(
            begin,
            nieuw.moment,
            (nieuw,),
            hoeveel=verwacht.tot_nu_toe,
            toelichting=verwachting_in_woorden(self._drempel.grens, verwacht),
            verwachting=verwacht,
        )
