"""The client of nats-py, with our own reading of keys."""

from base64 import b64encode
from pathlib import Path

from nats.aio.client import Client

from shared.nkey import Sleutelpaar, lees_creds, lees_seed


class NkeyClient(Client):
    """Signs with `shared.nkey` where the library would ask for a package that has no wheel."""

    def _setup_nkeys_jwt_connect(self) -> None:
        jwt, paar = lees_creds(Path(str(self._user_credentials)))
        self._user_jwt_cb = lambda: jwt
        self._sign_with(paar)

    def _setup_nkeys_seed_connect(self) -> None:
        paar = lees_seed(Path(str(self._nkeys_seed)))
        self._public_nkey = paar.publiek
        self._sign_with(paar)

    def _sign_with(self, paar: Sleutelpaar) -> None:
        self._signature_cb = lambda nonce: b64encode(paar.teken(nonce.encode()))
