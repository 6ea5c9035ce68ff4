"""No address of a machine is stored anywhere, whatever its reader does here."""

from datetime import timedelta

from django.test import override_settings
from django.utils import timezone

from blog.comments.models import Comment, RateCount, VisitorSalt
from blog.comments.visitors import forget_old_salts, hash_visitor
from tests.comments.posting import SAME_ORIGIN, PostingTestCase

from .dump import find_everywhere

MACHINES = {
    "203.0.113.77": ["203.0.113"],
    "2001:db8:aaaa:bbbb:cccc::77": ["2001:db8:aaaa", "2001:0db8:aaaa"],
    "::ffff:198.51.100.77": ["198.51.100"],
}


class MachineTests(PostingTestCase):
    def visit(self, machine):
        """Do everything from one machine that a reader can do here."""
        self.client.defaults["REMOTE_ADDR"] = machine
        answer = self.send(name="Orla", body=f"From machine {len(machine)}, about the essay.")
        self.assertEqual(answer.status_code, 303)
        receipt = answer.url
        self.client.post(receipt, {"action": "edit", "body": "Changed."}, headers=SAME_ORIGIN)
        self.client.post("/comments/me/", {"email": "orla@mail.example"}, headers=SAME_ORIGIN)
        published = Comment.objects.create(
            page=self.post, name="Ana", status="published", published_at=timezone.now()
        )
        report = f"/comments/{published.pk}/report/"
        self.client.post(report, {"reason": "rude", "text": "x"}, headers=SAME_ORIGIN)
        self.client.get(self.post.get_url())

    def test_no_table_holds_where_somebody_wrote_from(self):
        for machine, parts in MACHINES.items():
            with self.subTest(machine=machine):
                self.visit(machine)
                self.assertEqual(find_everywhere(machine, *parts), [])
        self.assertTrue(Comment.objects.exclude(visitor_hash="").exists())
        self.assertTrue(RateCount.objects.exists())

    def test_the_search_would_find_one(self):
        Comment.objects.create(page=self.post, name="203.0.113.77")
        self.assertTrue(find_everywhere("203.0.113"))

    @override_settings(TRUSTED_PROXIES=[])
    def test_what_a_browser_says_of_itself_is_not_stored(self):
        browser = "Mozilla/5.0 (Zither 12) Firefox/140"
        self.send(headers=SAME_ORIGIN | {"user-agent": browser, "x-forwarded-for": "203.0.113.7"})
        self.assertEqual(find_everywhere("Zither", "203.0.113.7"), [])

    def test_a_hash_means_nothing_once_its_salt_is_gone(self):
        now = timezone.now()
        before = hash_visitor("203.0.113.0/24 Firefox", now - timedelta(days=2))
        self.assertEqual(before, hash_visitor("203.0.113.0/24 Firefox", now - timedelta(days=2)))
        forget_old_salts(now)
        self.assertFalse(VisitorSalt.objects.filter(day=(now - timedelta(days=2)).date()).exists())
        again = hash_visitor("203.0.113.0/24 Firefox", now - timedelta(days=2))
        self.assertNotEqual(before, again)
