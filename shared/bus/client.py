"""The client of nats-py, with our own reading of keys."""

from pathlib import Path

from nats.aio.client import Client

from shared.bus.nkey import Nkey, lees_creds


class NkeyClient(Client):
    """Signs with `Nkey` where the library would ask for a package that has no wheel."""

    def _setup_nkeys_jwt_connect(self) -> None:
        jwt, key = lees_creds(Path(str(self._user_credentials)))
        self._user_jwt_cb, self._signature_cb = lambda: jwt, key.onderteken

    def _setup_nkeys_seed_connect(self) -> None:
        key = Nkey.lees(Path(str(self._nkeys_seed)))
        self._public_nkey, self._signature_cb = key.publiek, key.onderteken
