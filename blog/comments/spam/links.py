"""Where the links of a comment lead, whether they can be clicked or are only written there."""

import ipaddress
import re
from urllib.parse import urlsplit

from django.conf import settings

WHOLE_LINK = re.compile(r"(?:https?://|\bwww\.)[^\s<>\"|]+", re.IGNORECASE)
# Endings of sites that no sentence ends in: "the end.It was" is not an address.
ENDINGS = (
    "app|bet|biz|casino|click|club|com|edu|gov|info|io|ir|link|live|ly|net|online|org|pro|pw|ru|"
    "shop|site|space|store|stream|su|top|tv|vip|website|win|xyz|рф"
)
LABEL = r"[^\W_][\w-]{0,62}"
WRITTEN_OUT = re.compile(
    rf"(?<![\w@.-])({LABEL}(?:\.{LABEL}){{0,5}})(?:\.|\s{{1,3}}\.\s{{0,3}}|\s?[(\[](?:\.|dot)[)\]]\s?|\sdot\s)"
    rf"({ENDINGS})(?![\w-])(/\S*)?",
    re.IGNORECASE,
)
LONGEST_HOST = 253
MOST_HOSTS = 20  # of one comment, that are kept and compared
SHORTENERS = frozenset(
    """adf.ly bc.vc bit.do bit.ly bl.ink buff.ly clck.ru cutt.ly goo.gl goo.su hyperurl.co is.gd
    j.mp linkbucks.com linktr.ee lnkd.in ow.ly ouo.io qr.ae rb.gy rebrand.ly s.id shorte.st
    shorturl.at soo.gd surl.li t.co t.ly t2m.io tiny.cc tinyurl.com u.to v.gd vk.cc wa.me
    zpr.io""".split()
)


def find_links(text):
    """Return (hosts, rest): the host of every link, in order, and the text without them.

    Links to this journal are no links here. A host that cannot be read is "?".
    """
    found = []

    def take(match):
        found.append(match)
        return " "

    rest = WHOLE_LINK.sub(take, text)
    hosts = [get_host(match.group()) for match in found]
    found.clear()
    rest = WRITTEN_OUT.sub(take, rest)
    hosts += [get_host(f"{match[1]}.{match[2]}") for match in found]
    return [host for host in hosts if host not in get_own_hosts()], rest


def get_host(address):
    """Return the host of an address in ASCII, lower case and without "www.", or "?"."""
    address = address if "://" in address else f"//{address}"
    try:
        host = urlsplit(address.strip(".,;:!?)'’”»*_")).hostname or ""
        host = host.strip(".").encode("idna").decode() if not host.isascii() else host.strip(".")
    except (ValueError, UnicodeError):
        return "?"
    return host.lower().removeprefix("www.")[:LONGEST_HOST] or "?"


def get_own_hosts():
    """Return the hosts under which this journal is read."""
    return {get_host(settings.SITE_URL)}


def is_or_is_under(host, site):
    """Return whether a host is a site's own or one of its subdomains."""
    return host == site or host.endswith(f".{site}")


def is_doubtful(host):
    """Return whether a host hides where it leads: a shortener, a bare number, foreign letters."""
    if host == "?" or any(label.startswith("xn--") for label in host.split(".")):
        return True
    return any(is_or_is_under(host, site) for site in SHORTENERS) or _is_number(host)


def _is_number(host):
    try:
        ipaddress.ip_address(host)
    except ValueError:
        # "3232235777" and "0x7f.1" are addresses of machines too.
        return all(re.fullmatch(r"(?:0x[0-9a-f]+|\d+)", part) for part in host.split("."))
    return True
