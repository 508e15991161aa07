"""The erasure register: what was erased and when, by ids alone, outside every store and every copy.

A copy that is put back brings back what was erased after it was made; the register says what that was, so that it is
erased again. A line is on disk before the erasure is: a stop in between leaves a line too many, never one too few.
"""

from shared.wisregister.bestand import RegisterFout, lees
from shared.wisregister.regel import DEEL, KLUIS, STAND, Wisregel, begin_van, laatste
from shared.wisregister.register import Wisregister

__all__ = ["DEEL", "KLUIS", "STAND", "RegisterFout", "Wisregel", "Wisregister", "begin_van", "laatste", "lees"]
