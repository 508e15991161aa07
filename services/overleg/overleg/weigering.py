"""What a meeting refuses, and by which rule."""

from shared.facts import NietGevonden, Rejected


class OverlegOnbekend(NietGevonden):
    """There is no meeting with this id."""


class AlGesloten(Rejected):
    """The record of a closed meeting is final: its items are not discussed a second time (LVS-2.4)."""

    regel = "LVS-2.4"


class AgendaVast(Rejected):
    """Once a meeting has begun, a new melding stands on the next agenda (LVS-2.4)."""

    regel = "LVS-2.4"


class NogNietBegonnen(Rejected):
    """What was not held has discussed nothing: open the meeting first, or wait for its hour (LVS-2.4)."""

    regel = "LVS-2.4"


class NogTeVroeg(Rejected):
    """Opening fixes the agenda: long ahead that keeps out what is still reported, so it must be meant (LVS-2.4)."""

    regel = "LVS-2.4"


class NietVoorMelder(Rejected):
    """A reporter reads only what COA and police were heard about, and nothing of what is confidential (LVS-4)."""

    regel = "LVS-4"


class AgendapuntOnbekend(Rejected):
    """Only an item that stands open on this agenda can move to the next (LVS-2.4)."""

    regel = "LVS-2.4"


class NietTeVerzetten(Rejected):
    """What is being held or is over takes place when it did: only a coming meeting is moved or cancelled."""


class AlBeslist(Rejected):
    """Whether a proposed meeting goes on is decided once: after that it is moved or cancelled as any other."""


class NogNietGesloten(Rejected):
    """Until it is closed a record is simply changed; a correction is for a final one."""
