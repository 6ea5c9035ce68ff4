import json
import uuid
from concurrent.futures import ThreadPoolExecutor

from django.db import connections
from django.test import TestCase

from blog.posts.models import PostPage
from blog.quotes.keeping import keep_words
from blog.quotes.models import Quote
from blog.quotes.usage import pages_using, published_pages_using
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film
from tests.factories.posts import make_post, make_private, make_scheduled_post
from tests.factories.quotes import make_quote
from tests.ground import CommittingTestCase

WORDS = "Our medicine."


def typed(words=WORDS, *, block_id=None, kind="quotation", keep=True, **fields):
    value = {"text": f"<p>{words}</p>", "keep": keep, **fields}
    return {"type": kind, "value": value, "id": block_id or str(uuid.uuid4())}


class KeepingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.film = make_film(cls.tree.films, "The Work", 2017, cast="Rob Allbee, Dante Granville")
        cls.writer = UserFactory(groups=["Author"])

    def publish(self, page, *body):
        with self.captureOnCommitCallbacks(execute=True):
            if body:
                page.body = json.dumps(list(body))
            page.save_revision().publish()
        page.refresh_from_db()
        return page

    def essay(self, *body, **fields):
        post = make_post(self.tree.journal, live=False, owner=self.writer, **fields)
        return self.publish(post, *body)

    def test_drafts_future_and_unticked_words_are_not_kept(self):
        with self.captureOnCommitCallbacks(execute=True):
            make_post(self.tree.journal, "A draft", live=False, body=json.dumps([typed()]))
            post = make_scheduled_post(self.tree.journal, body=json.dumps([typed()]))
            post.save_revision().publish()
        self.essay(typed(keep=False), typed(""), typed(" "), title="Nothing to keep")
        self.assertFalse(Quote.objects.exists())

    def test_a_page_that_is_gone_or_taken_down_keeps_nothing(self):
        keep_words(10**9)
        post = make_post(self.tree.journal, live=False, body=json.dumps([typed()]))
        keep_words(post.pk)
        self.assertFalse(Quote.objects.exists())

    def test_published_words_become_one_quotation_that_the_essay_shows(self):
        block = typed(
            speaker="Rob Allbee",
            film=self.film.pk,
            detail="0:42",
            provenance="unverified",
            provenance_note="One guide gives it.",
            is_from_memory=True,
            language="en-GB",
            gloss="Medicine.",
            form="pull",
        )
        post = self.essay(block)
        quote = Quote.objects.get()
        self.assertEqual((quote.plain_text, quote.film, quote.detail), (WORDS, self.film, "0:42"))
        self.assertEqual(quote.person.name, "Rob Allbee")
        self.assertEqual(quote.provenance_note, "One guide gives it.")
        self.assertTrue(quote.is_from_memory)
        self.assertEqual((quote.language, quote.gloss), ("en-GB", "Medicine."))
        self.assertEqual(quote.owner, self.writer)
        child = post.body[0]
        self.assertEqual((child.block_type, child.id), ("book_quote", block["id"]))
        self.assertEqual(child.value["quote"], quote)
        self.assertEqual(child.value.shown_as, "pull")
        self.assertEqual(post.latest_revision.as_object().body[0].value["quote"], quote)
        self.assertEqual([page.pk for page in published_pages_using(quote)], [post.pk])
        self.assertFalse(post.has_unpublished_changes)

    def test_saving_and_publishing_again_makes_no_other(self):
        post = self.essay(typed())
        post.title = "Another title"
        self.publish(post)
        self.publish(PostPage.objects.get())
        self.assertEqual(Quote.objects.count(), 1)

    def test_a_window_that_was_left_open_makes_no_other(self):
        block = typed()
        post = self.essay(block)
        Quote.objects.update(text="<p>Other words.</p>")
        self.publish(post, block)
        self.assertEqual(Quote.objects.count(), 1)
        self.assertEqual(post.body[0].value["quote"], Quote.objects.get())

    def test_words_that_were_changed_in_such_a_window_are_not_lost(self):
        block = typed()
        post = self.essay(block)
        changed = typed("Other words.", block_id=block["id"])
        self.publish(post, changed)
        self.assertEqual(post.body[0].block_type, "quotation")
        self.assertEqual(post.body[0].value["text"].source, "<p>Other words.</p>")
        self.assertEqual(Quote.objects.get().plain_text, WORDS)

    def test_what_is_written_on_in_a_draft_stays(self):
        block = typed()
        post = make_post(self.tree.journal, live=False, body=json.dumps([block]))
        published = post.save_revision()
        post.body = json.dumps([typed("Newer.", block_id=block["id"])])
        post.save_revision()
        with self.captureOnCommitCallbacks(execute=True):
            published.publish()
        draft = PostPage.objects.get(pk=post.pk).get_latest_revision_as_object()
        self.assertEqual(draft.body[0].value["text"].source, "<p>Newer.</p>")

    def test_a_copy_of_the_page_shows_the_same_quotation(self):
        post = make_post(self.tree.journal, live=False, body=json.dumps([typed()]))
        copy = post.copy(update_attrs={"title": "Copy", "slug": "copy"})
        self.publish(post)
        self.publish(copy)
        quote = Quote.objects.get()
        self.assertEqual({page.pk for page in pages_using(quote)}, {post.pk, copy.pk})

    def test_the_same_words_from_the_same_mouth_are_one_quotation(self):
        self.essay(
            typed(speaker="She", film=self.film.pk),
            typed("<i>Our</i> medicine.", speaker="SHE", film=self.film.pk),
            typed(speaker="He", film=self.film.pk),
            typed(speaker="She"),
        )
        self.assertEqual(Quote.objects.count(), 3)

    def test_words_of_a_private_essay_are_kept_as_a_draft_and_stay_in_it(self):
        post = make_post(self.tree.journal, live=False)
        make_private(post)
        self.publish(post, typed())
        quote = Quote.objects.get()
        self.assertFalse(Quote.objects.published().exists())
        self.assertEqual(post.body[0].value.shown_quote.text, quote.text)
        self.assertEqual(list(published_pages_using(quote)), [])

    def test_words_without_the_reason_that_readers_need_are_kept_as_a_draft(self):
        self.essay(typed(provenance="unverified"))
        self.assertEqual(Quote.objects.get().state, Quote.State.DRAFT)

    def test_a_dialogue_is_kept_with_its_speakers(self):
        lines = [{"speaker": "A <b>", "words": "Stay.\n\nPlease."}, {"speaker": "", "words": "No."}]
        block = {"type": "dialogue", "value": {"lines": lines, "keep": True}, "id": "d"}
        post = self.essay(block)
        quote = Quote.objects.get()
        self.assertTrue(quote.is_dialogue)
        self.assertEqual(quote.plain_text, "A <b>: Stay. Please. No.")
        self.assertEqual([line.speaker for line in quote.dialogue_lines], ["A &lt;b&gt;", ""])
        self.assertEqual(post.body[0].value.shown_as, "dialogue")

    def test_the_guide_of_a_film_keeps_words_as_the_films(self):
        self.film.guide = json.dumps([typed(speaker="dante granville")])
        self.publish(self.film)
        quote = Quote.objects.get()
        self.assertEqual((quote.film, quote.person.name), (self.film, "Dante Granville"))
        self.assertEqual(self.film.guide[0].block_type, "book_quote")

    def test_hostile_words_are_kept_as_they_are(self):
        for words in ("🎬", "\u202eשלום", "x" * 20_000, "&lt;script&gt;", "random"):
            with self.subTest(words=words[:20]):
                post = self.essay(typed(words), title=f"Essay {words[:5]}", slug=uuid.uuid4().hex)
                self.assertIn(words, post.body[0].value["quote"].text)

    def test_a_page_without_such_words_asks_nothing(self):
        post = make_post(self.tree.journal)
        with self.captureOnCommitCallbacks() as callbacks:
            post.save_revision().publish()
        self.assertNotIn("keep_words", str(callbacks))


class DetachingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.quote = make_quote("Old words.", speaker="She")
        cls.block = PostPage._meta.get_field("body").stream_block.child_blocks["book_quote"]

    def value(self, **fields):
        return self.block.clean(self.block.to_python({"quote": self.quote.pk, **fields}))

    def show(self, value):
        Quote.objects.filter(pk=self.quote.pk).update(text="<p>New words.</p>")
        stored = self.block.to_python(self.block.get_prep_value(value))
        return self.block.render(stored)

    def test_a_page_follows_the_book_unless_it_is_told_otherwise(self):
        html = self.show(self.value())
        self.assertIn("New words.", html)
        self.assertNotIn("Old words.", html)

    def test_a_page_keeps_the_words_of_that_moment(self):
        html = self.show(self.value(keep_here=True))
        self.assertIn("Old words.", html)
        self.assertIn("She", html)
        self.assertNotIn("New words.", html)

    def test_words_that_were_copied_are_not_copied_again(self):
        kept = self.block.get_prep_value(self.value(keep_here=True))
        Quote.objects.update(text="<p>New words.</p>")
        again = self.block.clean(self.block.to_python(kept))
        self.assertEqual(again["words"].source, "<p>Old words.</p>")

    def test_a_draft_prints_nothing_and_is_in_no_search(self):
        value = self.value()
        Quote.objects.update(state="draft")
        stored = self.block.to_python(self.block.get_prep_value(value))
        self.assertNotIn("words", self.block.render(stored))
        self.assertEqual(self.block.get_searchable_content(stored), [])

    def test_words_that_are_kept_here_outlive_the_quotation(self):
        value = self.value(keep_here=True)
        Quote.objects.all().delete()
        stored = self.block.to_python(self.block.get_prep_value(value))
        self.assertIn("Old words.", self.block.render(stored))
        self.assertEqual(self.block.get_searchable_content(stored), ["Old words."])


class TwoAtOnceTests(CommittingTestCase):
    def test_two_pages_that_keep_one_block_at_once_make_one_quotation(self):
        tree = lay_out_journal()
        body = json.dumps([typed(block_id="same")])
        posts = [make_post(tree.journal, f"Copy {n}", live=False, body=body) for n in range(2)]
        PostPage.objects.update(live=True)
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(keep_and_leave, [post.pk for post in posts]))
        quote = Quote.objects.get()
        self.assertEqual({page.pk for page in pages_using(quote)}, {post.pk for post in posts})


def keep_and_leave(page_id):
    """Keep the words of a page in a thread of its own, which leaves no connection behind."""
    try:
        keep_words(page_id)
    finally:
        connections.close_all()
