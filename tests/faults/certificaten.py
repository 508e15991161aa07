"""A certificate authority of one test, and a certificate for a server on loopback."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

DAG = timedelta(days=1)


def maak_certificaten(folder: Path) -> Path:
    """Write `server.pem` and `server.key`; return the file of the authority."""
    folder.mkdir(parents=True, exist_ok=True)
    ca_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    ca_naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "proef-ca")])
    ca = (
        _leeg(ca_naam, ca_naam, ca_key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(ca_key.public_key()), critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "proef-nats")])
    gebruik = [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]
    cert = (
        _leeg(naam, ca_naam, key)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.ExtendedKeyUsage(gebruik), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key()), critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    (folder / "ca.pem").write_bytes(ca.public_bytes(serialization.Encoding.PEM))
    (folder / "server.pem").write_bytes(cert.public_bytes(serialization.Encoding.PEM))
    (folder / "server.key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return folder / "ca.pem"


def _leeg(naam: x509.Name, door: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
    nu = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(door)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - DAG)
        .not_valid_after(nu + DAG)
    )
