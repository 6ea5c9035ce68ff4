"""Two moderators at the same moment: one wins, and the other is told."""

import os

from django.test import Client
from django.urls import reverse

from blog.comments.models import Comment, Judgement
from blog.comments.moderation.decisions import get_version
from home.setup import lay_out_journal
from tests.editorial.processes import in_children
from tests.factories.comments import make_comment
from tests.factories.posts import make_post
from tests.ground import CommittingTestCase

from ..admin import make_person
from .desk import JSON

WON, TOLD = 0, 9


class AtOnceTests(CommittingTestCase):
    def setUp(self):
        post = make_post(lay_out_journal().journal, "Held down")
        self.comment = make_comment(post, status="pending")
        self.clients = [Client() for _role in range(2)]
        for client, role in zip(self.clients, ("moderator", "owner"), strict=True):
            client.force_login(make_person(role))

    def press(self, client, decision):
        """Press a button; end the process with what it came to."""
        url = reverse("wagtailsnippets_comments_comment:decide", args=[self.comment.pk])
        fields = {"decision": decision, "seen": get_version(self.comment)}
        response = client.post(url, fields, headers=JSON)
        if response.status_code == 409:
            assert "Someone else was faster" in response.json()["said"]
            os._exit(TOLD)
        assert response.status_code == 200, response.status_code

    def test_of_two_decisions_one_is_done_and_the_other_told(self):
        presses = list(zip(self.clients, ("approve", "spam"), strict=True))
        # Each process takes its number out of the pipe.
        numbers, hand_out = os.pipe()
        os.write(hand_out, bytes([0, 1]))
        ended = in_children(2, lambda: self.press(*presses[os.read(numbers, 1)[0]]))
        self.assertEqual(sorted(ended), [WON, TOLD])
        self.assertEqual(Judgement.objects.filter(how="person").count(), 1)
        status = Comment.objects.get(pk=self.comment.pk).status
        self.assertIn(status, ("published", "spam"))
        self.assertEqual(Judgement.objects.get(how="person").to_status, status)
