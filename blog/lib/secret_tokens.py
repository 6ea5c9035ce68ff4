"""Secret parts of addresses, of which only a hash is kept."""

import secrets
from hashlib import sha256


def make_token():
    """Return (token, hash): what stands in the address once, and what is kept of it."""
    token = secrets.token_urlsafe(24)
    return token, hash_token(token)


def hash_token(token):
    """Return the hash of a token as it is kept: 64 hexadecimal digits.

    No salt and no slow hash: the token has 192 random bits, which nobody can try out.
    """
    return sha256(token.encode("utf-8", "replace")).hexdigest()
