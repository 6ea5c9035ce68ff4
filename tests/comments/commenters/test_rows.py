"""The row of an address: whose name it holds."""

from django.test import TestCase
from django.utils import timezone

from blog.comments.commenters.rows import get_commenter
from blog.comments.models import Commenter


class NameTests(TestCase):
    def prove(self):
        get_commenter("wren@mail.example", "Wren")
        Commenter.objects.update(proved_at=timezone.now())

    def get_name(self):
        return Commenter.objects.get(email="wren@mail.example").name

    def test_a_post_that_is_not_proved_renames_no_proved_address(self):
        self.prove()
        found = get_commenter("Wren@mail.example", "Mallory")
        self.assertEqual((found.name, self.get_name()), ("Wren", "Wren"))

    def test_a_proved_post_renames_a_proved_address(self):
        self.prove()
        get_commenter("wren@mail.example", "Wren Alder", is_proved=True)
        self.assertEqual(self.get_name(), "Wren Alder")

    def test_an_address_that_nobody_proved_takes_the_last_name(self):
        get_commenter("wren@mail.example", "Wren")
        get_commenter("wren@mail.example", "Wren Alder")
        self.assertEqual(self.get_name(), "Wren Alder")

    def test_no_name_takes_none_away(self):
        self.prove()
        get_commenter("wren@mail.example", is_proved=True)
        self.assertEqual(self.get_name(), "Wren")
