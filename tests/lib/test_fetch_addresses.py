"""Where the fetcher does not go."""

import httpcore
from django.test import SimpleTestCase, override_settings

from blog.lib.addresses import is_public_address, resolve_host
from blog.lib.connections import Deadline, ForbiddenPlaceError, GuardedBackend
from blog.lib.fetch import AddressRefusedError, NoAnswerError, fetch

from .fetching import serving

INSIDE = (
    *("127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1"),  # noqa: S104
    *("169.254.169.254", "100.64.0.1", "198.18.0.1", "192.0.2.1", "224.0.0.1", "239.1.1.1"),
    *("240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1"),
    *("::ffff:10.0.0.1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1"),
    *("ff02::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:7f00:1::"),
    *("2001:db8::1", "nonsense"),
)
OUTSIDE = ("8.8.8.8", "93.184.216.34", "::ffff:8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946")
NO_ADDRESS = (
    "",
    "/path",
    "//127.0.0.1/",
    "http://",
    "http:///path",
    "file:///etc/passwd",
    "ftp://example.org/",
    "gopher://127.0.0.1:6379/_INFO",
    "data:text/html,x",
    "javascript:alert(1)",
    "http://user:password@example.org/",
    "http://example.org@127.0.0.1/",
    "http://[::1",
    "http://\0/",
    "http://a b/",
    "http://[fe80::1%25eth0]/",
    "http://example.org:99999999/",
    "http://" + "a" * 70_000,
    None,
)
SPELLINGS = (
    *("127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "0.0.0.0"),  # noqa: S104
    *("localhost", "LOCALHOST", "localhost.", "[::1]", "[::]", "[::ffff:127.0.0.1]"),
    *("[::ffff:7f00:1]", "①②⑦.⓪.⓪.①", "127。0。0。1", "[64:ff9b::7f00:1]", "[2002:7f00:1::]"),
)


def unasked(host, seconds):
    raise AssertionError(f"The resolver was asked for {host}.")


class Wires(httpcore.NetworkBackend):
    """Stands for the network: notes where a connection would have gone."""

    def __init__(self):
        self.addresses = []

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        self.addresses.append(host)
        raise httpcore.ConnectError("No wire.")


class AddressTests(SimpleTestCase):
    def test_which_addresses_are_public(self):
        for address in INSIDE:
            with self.subTest(address=address):
                self.assertFalse(is_public_address(address))
        for address in OUTSIDE:
            with self.subTest(address=address):
                self.assertTrue(is_public_address(address))

    def test_what_is_no_web_address_is_refused_with_a_sentence(self):
        for url in NO_ADDRESS:
            with self.subTest(url=str(url)[:60]):
                with self.assertRaises(AddressRefusedError) as caught:
                    fetch(url, types=("text/",), resolve=unasked)
                self.assertTrue(str(caught.exception).endswith("."))

    def test_no_spelling_of_this_machine_reaches_it(self):
        with serving() as (address, asked):
            port = address.rpartition(":")[2]
            with override_settings(FETCH_TRUSTED_PLACES=frozenset()):
                for host in SPELLINGS:
                    for url in (f"http://{host}/", f"http://{host}:{port}/", f"https://{host}/"):
                        with (
                            self.subTest(url=url),
                            self.assertRaises((AddressRefusedError, NoAnswerError)),
                        ):
                            fetch(url, types=("text/",), seconds=2)
            self.assertEqual(asked, [])

    def test_ports_that_are_not_of_the_web_are_refused(self):
        for port in (22, 25, 6379, 8000):
            with self.subTest(port=port), self.assertRaises(AddressRefusedError):
                fetch(f"http://example.org:{port}/", types=("text/",), resolve=unasked)

    def test_one_private_answer_among_public_ones_is_enough(self):
        for answers in (["93.184.216.34", "10.0.0.1"], ["::1", "93.184.216.34"]):
            with self.subTest(answers=answers), self.assertRaises(AddressRefusedError):
                fetch("http://a.test/", types=("text/",), resolve=lambda *_, a=answers: a)

    def test_a_name_is_resolved_once_so_a_second_answer_leads_nowhere(self):
        calls, wires = [], Wires()

        def turncoat(host, seconds):
            calls.append(host)
            return ["93.184.216.34", "8.8.8.8"] if len(calls) == 1 else ["127.0.0.1"]

        backend = GuardedBackend(Deadline(1), turncoat, wires)
        with self.assertRaises(httpcore.ConnectError):
            backend.connect_tcp("rebind.test", 80)
        # The connection goes to the addresses that were judged, one after the other.
        self.assertEqual(wires.addresses, ["93.184.216.34", "8.8.8.8"])
        self.assertEqual(calls, ["rebind.test"])
        with self.assertRaises(ForbiddenPlaceError):
            backend.connect_tcp("rebind.test", 80)
        self.assertEqual(len(wires.addresses), 2)

    def test_a_name_without_an_address_is_no_answer(self):
        def nobody(host, seconds):
            raise OSError("Name or service not known")

        for resolve in (nobody, lambda host, seconds: []):
            with self.assertRaises(NoAnswerError) as caught:
                fetch("http://nowhere.test/", types=("text/",), resolve=resolve)
            self.assertIn("nowhere.test cannot be reached", str(caught.exception))

    def test_a_resolver_that_hangs_is_not_waited_for(self):
        with self.assertRaises(TimeoutError):
            resolve_host("localhost", 0)
        with self.assertRaises(OSError):
            resolve_host("a" * 300, 1)
