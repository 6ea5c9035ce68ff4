from django.test import TestCase

from blog.posts.models import PostPage
from blog.posts.querysets import tags_with_counts
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_post, make_private, make_scheduled_post


class PublishedPostsTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        tree = lay_out_journal()
        cls.film = make_film(tree.films, "Aftersun", 2022)
        cls.older = make_post(tree.journal, "Older", days_ago=9, film=cls.film, half_stars=7)
        cls.newer = make_post(tree.journal, "Newer", days_ago=2, film=cls.film, half_stars=9)
        cls.draft = make_post(tree.journal, "Draft", live=False, film=cls.film, half_stars=1)
        cls.future = make_scheduled_post(tree.journal, film=cls.film, half_stars=2)
        cls.private = make_private(
            make_post(tree.journal, "Private", days_ago=1, film=cls.film, half_stars=3)
        )
        for post in PostPage.objects.all():
            post.tags.add("Grief")
            post.save()
        cls.newer.tags.add("Kitchens")
        cls.newer.save()

    def test_drafts_private_and_future_posts_are_not_published(self):
        self.assertEqual(list(PostPage.objects.published()), [self.newer, self.older])

    def test_what_stands_under_a_private_page_is_private(self):
        make_private(self.newer.get_parent())
        self.assertEqual(list(PostPage.objects.published()), [])

    def test_published_posts_take_one_query(self):
        with self.assertNumQueries(1):
            list(PostPage.objects.published())

    def test_tags_count_published_posts_only(self):
        tags = tags_with_counts(PostPage.objects.published())
        self.assertEqual(
            [(tag.name, tag.post_count) for tag in tags], [("Grief", 2), ("Kitchens", 1)]
        )

    def test_a_listing_hides_a_private_film(self):
        make_private(self.film)
        self.assertEqual(
            [post.film for post in PostPage.objects.published().for_listing()], [None, None]
        )
