"""Which machines on the network a name leads to, and whether anyone may be sent there."""

import ipaddress
import socket
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout

# Both stand for IPv4 addresses, which a translator in our own network would unpack.
_NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
# The system's resolver knows no time limit; a name that hangs holds one of these, no request.
_RESOLVERS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="resolve")


def is_public_address(address):
    """Return whether an IP address, a str, belongs to a machine on the open internet.

    Not so: loopback, private and link-local networks, the metadata address of clouds, multicast,
    documentation ranges, and IPv6 addresses that carry an IPv4 address inside them.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    ip = getattr(ip, "ipv4_mapped", None) or ip
    if ip.version == 6 and (
        ip.is_site_local or ip.sixtofour or ip.teredo or any(ip in net for net in _NAT64)
    ):
        return False
    is_special = ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_unspecified
    return ip.is_global and not (is_special or ip.is_multicast or ip.is_reserved)


def resolve_host(host, seconds):
    """Return the IP addresses of `host`, each a str, in the order in which to try them.

    Raises OSError when there is none, TimeoutError after `seconds`.
    """
    asked = _RESOLVERS.submit(socket.getaddrinfo, host, None, type=socket.SOCK_STREAM)
    try:
        answers = asked.result(timeout=seconds)
    except FutureTimeout as error:
        asked.cancel()
        raise TimeoutError(f"No address of {host} within {seconds:.1f} s.") from error
    except UnicodeError as error:
        raise OSError(f"{host!r} is not the name of a host.") from error
    return list(dict.fromkeys(answer[4][0] for answer in answers))
