"""The demo journal: complete, honest about what is not public, and harmless when repeated."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page, Revision

from blog.accounts.models import Author, User
from blog.citations.models import Book
from blog.comments.models import Comment
from blog.comments.takes import summarise_takes
from blog.editorial.models import EditorialNotice, PostIdea, Publication
from blog.editorial.report.row import Kind
from blog.editorial.report.rows import get_rows
from blog.films.models import Credit, FilmPage, Person, Viewing
from blog.images.models import Image
from blog.outbox.models import Mail
from blog.posts.models import PostPage
from blog.quotes.models import Quote
from home.models import FooterMenuItem, MainMenuItem, SiteSettings, StandardPage

from .demo_ground import DemoTestCase, load

MODELS = (
    *(Page, Revision, PostPage, FilmPage, StandardPage, Quote, Comment, Image, User, Author),
    *(MainMenuItem, FooterMenuItem, SiteSettings, Person, Credit, Viewing, Book),
    *(PostIdea, Publication),
)


def stream_types(pages, field):
    return {block.block_type for page in pages for block in getattr(page, field)}


class DemoTests(DemoTestCase):
    def test_a_draft_is_not_public(self):
        draft = PostPage.objects.get(slug="letters-from-nobody")
        self.assertFalse(draft.live)
        self.assertFalse(draft.approved_schedule)
        self.assertEqual(self.client.get("/journal/letters-from-nobody/").status_code, 404)
        self.assertNotContains(self.client.get("/journal/"), draft.title)

    def test_a_scheduled_essay_is_not_public_and_will_go_live(self):
        essay = PostPage.objects.get(slug="five-miles-an-hour")
        self.assertFalse(essay.live)
        self.assertTrue(essay.approved_schedule)
        self.assertGreater(essay.go_live_at, timezone.now())
        self.assertTrue(Revision.objects.filter(approved_go_live_at=essay.go_live_at).exists())
        self.assertEqual(self.client.get("/journal/five-miles-an-hour/").status_code, 404)
        self.assertNotContains(self.client.get("/journal/"), essay.title)

    def test_a_planned_essay_is_a_draft_with_a_wish(self):
        essay = PostPage.objects.get(slug="the-milkshake-again")
        self.assertGreater(essay.go_live_at, timezone.now())
        self.assertFalse(essay.live or essay.approved_schedule)
        self.assertEqual(self.client.get("/journal/the-milkshake-again/").status_code, 404)

    def test_an_essay_ends_in_some_weeks(self):
        essay = PostPage.objects.get(slug="tokyo-story-in-company")
        self.assertTrue(essay.live)
        self.assertGreater(essay.expire_at, timezone.now())
        self.assertEqual(essay.live_revision.as_object().expire_at, essay.expire_at)

    def test_who_scheduled_is_known(self):
        editor = User.objects.get(email="editor@example.org")
        rows = [row for row in get_rows(editor) if row.kind == Kind.PUBLICATION]
        self.assertEqual([row.by for row in rows], [editor])

    def test_nobody_is_told_of_it_and_nothing_is_there_to_be_undone(self):
        self.assertFalse(EditorialNotice.objects.exists())
        self.assertFalse(Mail.objects.exists())
        published = Publication.objects.order_by("-published_at").first()
        self.assertLess(published.published_at, timezone.now() - timedelta(hours=12))

    def test_ideas_wait_and_one_is_used(self):
        ideas = PostIdea.objects.filter(created_by__email="author@example.org")
        self.assertEqual(ideas.exclude(post=None).get().post.slug, "letters-from-nobody")
        self.assertGreaterEqual(ideas.waiting().undated().count(), 3)
        self.assertTrue(all(idea.planned_on > timezone.localdate() for idea in ideas.planned()))

    def test_ideas_that_were_deleted_do_not_come_back(self):
        PostIdea.objects.all().delete()
        PostPage.objects.get(slug="row-f").delete()
        self.assertNotIn("ideas", load())
        self.assertFalse(PostIdea.objects.exists())

    def test_a_quotation_that_is_a_draft_is_not_public(self):
        draft = Quote.objects.get(state=Quote.State.DRAFT)
        self.assertEqual(self.client.get(f"/quotes/{draft.slug}/").status_code, 404)
        for address in ("/quotes/", draft.film.get_url()):
            self.assertNotContains(self.client.get(address), "see the black")

    def test_replies_that_wait_or_are_spam_are_not_public(self):
        kept = Comment.objects.exclude(status=Comment.Status.PUBLISHED)
        self.assertEqual(kept.filter(status=Comment.Status.PENDING).count(), 3)
        self.assertEqual(kept.filter(status=Comment.Status.SPAM).count(), 1)
        for comment in kept:
            page = self.client.get(comment.page.specific.get_url())
            self.assertNotContains(page, comment.name)

    def test_a_private_evening_and_private_notes_are_not_public(self):
        private = Viewing.objects.filter(is_private=True)
        self.assertEqual(private.count(), 2)
        noted = Viewing.objects.exclude(private_note="")
        self.assertGreater(noted.count(), private.count())
        for page in ("/diary/", *(viewing.film.get_url() for viewing in noted)):
            answer = self.client.get(page)
            for viewing in noted:
                with self.subTest(page=page, viewing=viewing):
                    self.assertNotContains(answer, viewing.private_note[:20])
        seen = Viewing.objects.public().values_list("film__slug", flat=True)
        self.assertNotIn("titicut-follies", seen)
        self.assertFalse(FilmPage.objects.get(slug="titicut-follies").standing.is_seen)

    def test_the_diary_goes_over_three_years_up_to_now(self):
        viewings = Viewing.objects.all()
        days = [viewing.watched_on for viewing in viewings if viewing.watched_on]
        self.assertLess(max(days), timezone.localdate())
        self.assertEqual(len({day.year for day in days}), 3)
        self.assertEqual(len(viewings) - len(days), 3)
        self.assertGreaterEqual(len(days), 40)
        self.assertEqual({viewing.format for viewing in viewings}, set(Viewing.Format))
        self.assertGreater(3 * viewings.exclude(public_note="").count(), len(viewings))
        self.assertTrue(viewings.filter(is_loved=True, half_stars=None).exists())

    def test_the_diary_is_in_a_menu(self):
        self.assertContains(self.client.get("/"), 'href="/diary/"')

    def test_the_newest_rating_is_my_rating(self):
        self.assertEqual(FilmPage.objects.get(slug="the-work").my_half_stars, 9)
        self.assertEqual(FilmPage.objects.get(slug="perfect-days").my_half_stars, 8)
        self.assertEqual(
            FilmPage.objects.get(slug="one-flew-over-the-cuckoos-nest").my_half_stars, 7
        )
        self.assertIsNone(FilmPage.objects.get(slug="the-house-i-live-in").my_half_stars)

    def test_it_has_what_it_promises(self):
        published = PostPage.objects.published()
        self.assertGreaterEqual(published.count(), 12)
        self.assertEqual(PostPage.objects.count(), published.count() + 3)
        self.assertEqual(FilmPage.objects.published().count(), 20)
        self.assertGreaterEqual(Quote.objects.published().count(), 14)
        self.assertGreaterEqual(Comment.objects.count(), 25)
        self.assertGreaterEqual(len({post.date.year for post in published}), 3)

    def test_every_block_is_used(self):
        posts, films = PostPage.objects.published(), FilmPage.objects.published()
        body = set(PostPage._meta.get_field("body").stream_block.child_blocks)
        self.assertEqual(body - stream_types(posts, "body"), set())
        facts = set(FilmPage._meta.get_field("facts").stream_block.child_blocks)
        self.assertEqual(facts - stream_types(films, "facts"), set())
        guide = stream_types(films.filter(slug="the-work"), "guide")
        for name in ("points", "review", "faq", "film_list", "links", "references", "spoiler"):
            self.assertIn(name, guide)
        self.assertIn("book_quote", stream_types(films, "guide"))

    def test_the_films_have_people_and_kinds_and_numbers_elsewhere(self):
        for film in FilmPage.objects.published():
            with self.subTest(film=film.title):
                self.assertTrue(film.get_director_credits())
                self.assertTrue(film.genres.exists())
                self.assertTrue(film.countries.exists())
                self.assertTrue(film.languages.exists())
        self.assertGreater(Credit.objects.exclude(character="").count(), 50)
        self.assertGreater(FilmPage.objects.exclude(imdb_id="").count(), 5)
        self.assertTrue(FilmPage.objects.exclude(also_known_as="").exists())
        self.assertIn("井浦新", Person.objects.get(name="Arata").other_names)

    def test_the_guide_to_the_work_is_made_of_rows(self):
        film = FilmPage.objects.get(slug="the-work")
        self.assertEqual(film.directors, "Jairus McLeary, Gethin Aldous")
        cast = film.credits.filter(role=Credit.Role.CAST)
        self.assertEqual(cast.filter(as_themselves=True).exclude(note="").count(), 7)
        self.assertEqual(cast.count(), 7)
        facts = {block.block_type: block.value for block in film.facts}
        self.assertTrue(facts["watch"].is_sponsored)
        self.assertTrue(facts["watch"]["checked_on"])
        self.assertEqual([row["votes"] for row in facts["scores"].rows], [2700, None])
        self.assertEqual([row["amount"] for row in facts["box_office"].rows], [5853, 20554])
        self.assertTrue(facts["soundtrack"]["source"])
        self.assertGreaterEqual(len(facts["disagreements"].rows), 3)
        page = self.client.get(film.get_url()).content.decode()
        for once in ("The Weight of the Past", "Grand Jury Prize", "at level four"):
            with self.subTest(words=once):
                self.assertEqual(page.count(once), 1)

    def test_every_page_renders(self):
        for page in Page.objects.live().filter(depth__gt=1):
            with self.subTest(page=page.title):
                self.assertEqual(self.client.get(page.get_url()).status_code, 200)
        for quote in Quote.objects.published():
            with self.subTest(quote=quote.slug):
                self.assertEqual(self.client.get(f"/quotes/{quote.slug}/").status_code, 200)

    def test_published_dates_are_of_the_past_and_nothing_looks_corrected(self):
        for post in PostPage.objects.published():
            with self.subTest(post=post.title):
                self.assertLess(post.first_published_at, timezone.now())
                self.assertIsNone(post.updated)
                self.assertEqual(post.get_latest_revision_as_object().date, post.date)

    def test_every_picture_has_alternative_text_and_a_credit(self):
        self.assertGreaterEqual(Image.objects.count(), 34)
        self.assertFalse(Image.objects.filter(description="").exists())
        self.assertFalse(Image.objects.filter(credit="").exists())
        self.assertFalse(FilmPage.objects.filter(poster=None).exists())

    def test_a_conversation_is_six_levels_deep_and_the_author_answers(self):
        deepest = Comment.objects.filter(parent__parent__parent__parent__parent__isnull=False)
        self.assertTrue(deepest.published().exists())
        self.assertTrue(Comment.objects.filter(author__email="author@example.org").exists())

    def test_readers_gave_stars_and_words_and_both(self):
        work = FilmPage.objects.get(slug="the-work")
        takes = Comment.objects.published().filter(page=work, parent=None)
        self.assertGreaterEqual(takes.count(), 15)
        self.assertGreaterEqual(takes.filter(body="").count(), 3)
        self.assertGreaterEqual(takes.filter(half_stars=None).count(), 2)
        self.assertGreaterEqual(takes.values("half_stars").distinct().count(), 6)
        self.assertEqual(takes.exclude(origin_name="").exclude(origin_url="").count(), 2)
        longest = max(takes, key=lambda take: len(take.body))
        self.assertIn("||", longest.body)
        page = self.client.get(work.get_url())
        self.assertContains(page, longest.name)
        summary = summarise_takes(takes)
        self.assertContains(page, summary.mean_words)
        rated = Comment.objects.rated().exclude(page=work).values("page").distinct()
        self.assertGreaterEqual(rated.count(), 8)

    def test_words_come_from_films_books_and_conversations(self):
        quotes = Quote.objects.published()
        self.assertGreaterEqual(quotes.exclude(book=None).exclude(detail="").count(), 3)
        self.assertTrue(quotes.exclude(conversation="").exists())
        self.assertTrue(quotes.filter(is_dialogue=True).exists())
        self.assertTrue(quotes.filter(is_from_memory=True).exists())
        self.assertGreaterEqual(quotes.exclude(person=None).count(), 3)
        self.assertGreaterEqual(Book.objects.count(), 3)

    def test_essays_have_notes_citations_and_quotations_in_the_line(self):
        circle = self.client.get("/journal/what-a-circle-is-for/")
        self.assertContains(circle, "(McLeary &amp; Aldous, 2017)")
        self.assertContains(circle, "(Yalom &amp; Leszcz, 2020)")
        self.assertContains(circle, "<q>forming, storming, norming, performing</q>")
        self.assertContains(circle, 'role="doc-noteref"', count=2)
        for author in ("Aldous, G.", "Tuckman, B. W.", "Yalom, I. D."):
            with self.subTest(author=author):
                self.assertContains(circle, author, count=1)
        hands = self.client.get("/journal/take-me-with-you/")
        self.assertContains(hands, 'role="doc-noteref"', count=2)
        self.assertContains(hands, "Aldous, G.", count=1)
        self.assertContains(self.client.get("/journal/nobody-leaves-yet/"), "(Lumet, 1995)")

    def test_unverified_quotations_say_why(self):
        unverified = Quote.objects.filter(provenance="unverified")
        self.assertTrue(unverified.exists())
        self.assertFalse(unverified.filter(provenance_note="").exists())

    def test_the_printed_password_signs_in_to_all_four_accounts(self):
        password = self.output.split(" with ")[-1].strip()
        users = User.objects.filter(email__endswith="@example.org")
        self.assertEqual(users.count(), 4)
        self.assertTrue(all(user.check_password(password) for user in users))
        self.assertEqual(
            list(users.filter(is_superuser=True)), [users.get(email="owner@example.org")]
        )
        groups = {user.email: [group.name for group in user.groups.all()] for user in users}
        self.assertEqual(groups["author@example.org"], ["Author"])
        self.assertEqual(groups["editor@example.org"], ["Editor"])
        self.assertEqual(groups["moderator@example.org"], ["Moderator"])

    def test_loading_again_changes_nothing(self):
        before = {model: model.objects.count() for model in MODELS}
        last = Revision.objects.order_by("-pk").first()
        self.assertIn("nothing was changed", load())
        self.assertEqual({model: model.objects.count() for model in MODELS}, before)
        self.assertEqual(Revision.objects.order_by("-pk").first(), last)

    def test_loading_again_keeps_what_people_changed(self):
        essay = PostPage.objects.get(slug="the-swing")
        essay.title = "Another title"
        essay.save_revision().publish()
        Quote.objects.filter(slug="no-ideas").update(gloss="Mine")
        Comment.objects.filter(name="Pritchard").delete()
        MainMenuItem.objects.all().delete()
        load()
        self.assertEqual(PostPage.objects.get(slug="the-swing").title, "Another title")
        self.assertEqual(Quote.objects.get(slug="no-ideas").gloss, "Mine")
        self.assertFalse(Comment.objects.filter(name="Pritchard").exists())
        self.assertFalse(MainMenuItem.objects.exists())

    def test_what_is_missing_comes_back_with_its_replies(self):
        PostPage.objects.get(slug="nobody-leaves-yet").delete()
        self.assertIn("essays 1, replies 1", load())
        self.assertTrue(Comment.objects.filter(name="Pritchard").exists())
