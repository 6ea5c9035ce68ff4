from django.test import TestCase
from wagtail.rich_text import expand_db_html

from home.setup import lay_out_journal
from tests.factories.posts import make_post


class PageLinkTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.posts = [make_post(cls.tree.journal, f"Essay {n}") for n in range(13)]
        cls.draft = make_post(cls.tree.journal, "A secret title", live=False)

    def link(self, *pks):
        return "".join(f'<a linktype="page" id="{pk}">words</a>' for pk in pks)

    def test_a_link_to_a_draft_is_words_alone(self):
        self.assertEqual(expand_db_html(self.link(self.draft.pk)), "<a>words</a>")

    def test_a_link_to_a_page_that_is_gone_is_words_alone(self):
        for pk in (999_999, "", "x", "1; DROP"):
            with self.subTest(pk=pk):
                self.assertEqual(expand_db_html(self.link(pk)), "<a>words</a>")

    def test_any_number_of_links_takes_one_query(self):
        expand_db_html(self.link(self.posts[0].pk))
        for count in (3, 13):
            with self.subTest(count=count), self.assertNumQueries(1):
                html = expand_db_html(self.link(*(post.pk for post in self.posts[:count])))
        self.assertIn('href="/journal/essay-12/"', html)
