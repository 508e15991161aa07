"""Takes what identifies a person out of free text, before anything is stored or published (promise 7).

Numbers and addresses by their shape, names by lists and by the words around them. No tool guarantees anonymity: whoever
reads a text can mask more of it afterwards. How good it is stands in docs/anonimiseren.md, measured by `make bench`.
"""

from shared.maskering.blijvend import laat_staan
from shared.maskering.masker import Gemaskeerd, Vondst, masker, vind

__all__ = ["Gemaskeerd", "Vondst", "laat_staan", "masker", "vind"]
