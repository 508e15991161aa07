"""Takes what identifies a person out of free text, before anything is stored or published (promise 7).

By patterns: what has a shape. Names are not found here. No tool guarantees anonymity: whoever reads a text can mask
more of it afterwards.
"""

from shared.maskering.masker import Vondst, masker, vind

__all__ = ["Vondst", "masker", "vind"]
