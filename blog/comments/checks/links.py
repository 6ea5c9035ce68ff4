"""How many links there are, and where they lead; the name counts like the words."""

from ..reasons import DOUBTFUL_LINK, LINKS, ONE_LINK, SPAM_HOST
from ..spam.links import is_doubtful
from .finding import Finding

MOST_SHOWN = 5  # hosts


def check_links(candidate):
    """Hold many links and links to where spam led; one link is held beside other findings."""
    hosts = candidate.known.hosts
    if not hosts:
        return None
    findings = []
    is_many = len(hosts) >= candidate.settings.most_links
    code = LINKS if is_many else ONE_LINK
    findings.append(Finding(code, _name(hosts), is_mild=not is_many))
    if doubtful := list(filter(is_doubtful, hosts)):
        findings.append(Finding(DOUBTFUL_LINK, _name(doubtful), is_mild=True))
    if seen := [host for host in hosts if _was_spam(host, candidate.known)]:
        findings.append(Finding(SPAM_HOST, _name(seen)))
    return findings


def _was_spam(host, known):
    """Return whether spam links there; not when people let at least as many such links appear."""
    spam, ham = known.counts.get(f"host:{host}"[:64], (0, 0))
    in_folder = sum(host in hosts for _pk, _words, _simhash, hosts, _visitor in known.spam)
    return max(spam, in_folder) > ham


def _name(hosts):
    return ", ".join(dict.fromkeys(hosts[:MOST_SHOWN]))
