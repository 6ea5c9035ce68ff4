import io
from unittest import mock

from django.core.files.storage import default_storage
from django.test import SimpleTestCase, TestCase
from PIL import Image, ImageFont

from blog.lib.grades import Grade
from blog.lib.oklch import oklch_to_rgb
from blog.quotes import card_art, cards
from blog.quotes.card_art import CardWords
from blog.quotes.lettering import SERIF, Lettering, wrap
from blog.quotes.models import Quote
from home.setup import lay_out_journal
from tests.factories.films import make_film
from tests.factories.posts import make_private
from tests.factories.quotes import make_quote


class ColourTests(SimpleTestCase):
    def test_known_colours_come_out_as_css_has_them(self):
        for colour, rgb in (
            ((0, 0, 0), (0, 0, 0)),
            ((1, 0, 0), (255, 255, 255)),
            ((0.62796, 0.25768, 29.234), (255, 0, 0)),
            ((0.86644, 0.29483, 142.495), (0, 255, 0)),
        ):
            with self.subTest(colour=colour):
                self.assertEqual(oklch_to_rgb(*colour), rgb)

    def test_a_colour_that_no_screen_shows_is_clipped(self):
        self.assertTrue(all(0 <= channel <= 255 for channel in oklch_to_rgb(0.5, 0.9, 255)))

    def test_every_grade_has_its_hue(self):
        self.assertEqual(set(card_art.HUES), set(Grade.values))


class LetteringTests(SimpleTestCase):
    def test_ornaments_are_left_out_and_letters_that_are_missing_leave_nothing(self):
        serif = Lettering(SERIF)
        for text, drawable in (
            ("Here 🎬👩‍👩‍👧❤️ we\u202e are", "Here we are"),
            ("łódź, cœur", "łódź, cœur"),
            ("שלום", ""),
            ("Hello 世界", ""),
            ("🎬", ""),
            (" \n ", ""),
        ):
            with self.subTest(text=text):
                self.assertEqual(serif.drawable(text, 60), drawable)

    def test_no_line_is_wider_than_the_card(self):
        serif = Lettering(SERIF)
        for text in ("word " * 50, "x" * 500, "W", ""):
            with self.subTest(text=text[:10]):
                lines = wrap(serif, text, 60, 400)
                self.assertTrue(all(serif.length(line, 60) <= 400 for line in lines))
                self.assertEqual("".join(lines).replace(" ", ""), text.replace(" ", ""))

    def test_a_font_that_cannot_be_read_is_named_in_the_log(self):
        real = ImageFont.truetype
        broken = mock.patch.object(
            ImageFont, "truetype", side_effect=lambda f, *a, **k: read(real, f, *a, **k)
        )
        with broken, self.assertLogs("blog.quotes.lettering", "WARNING") as log:
            png = card_art.draw_card(CardWords(("Words",), "She", "A journal"))
        self.assertIn("newsreader.woff2 cannot be read", log.output[0])
        self.assertEqual(Image.open(io.BytesIO(png)).size, (1200, 630))


def read(real, font, *args, **kwargs):
    if "woff2" in str(font):
        raise OSError("cannot open resource")
    return real(font, *args, **kwargs)


class CardArtTests(SimpleTestCase):
    def test_no_words_break_the_card(self):
        for words in (
            (),
            ("",),
            ("x" * 20_000,),
            ("word " * 5000,),
            ("line",) * 500,
            ("אני כאן",),
            ("🎬",),
            ("a\0b",),
            ("\ud800",),
        ):
            with self.subTest(words=str(words)[:20].encode("ascii", "replace")):
                png = card_art.draw_card(CardWords(words, "🎬" * 500, "x" * 500, "no grade"))
                self.assertEqual(Image.open(io.BytesIO(png)).size, (1200, 630))
                self.assertLess(len(png), 100_000)

    def test_long_words_are_cut_with_a_sign_of_it(self):
        lines, size = card_art.fit(Lettering(SERIF), ["word " * 5000])
        self.assertEqual(size, card_art.SIZES[-1])
        self.assertTrue(lines[-1].endswith("…”"))


class CardTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.tree = lay_out_journal()
        cls.quote = make_quote("Medicine", speaker="She")

    def get(self, slug):
        return self.client.get(f"/quotes/{slug}/card.png", headers={"host": "127.0.0.1:8000"})

    def test_what_readers_may_not_see_has_no_card(self):
        draft = make_quote("A draft", state="draft")
        for slug in (draft.slug, "nothing", "%00", "x" * 500, "🎬"):
            with self.subTest(slug=slug[:20]):
                self.assertEqual(self.get(slug).status_code, 404)
        make_private(self.tree.quotes)
        self.assertEqual(self.get("medicine").status_code, 404)

    def test_the_card_is_a_picture_that_is_kept(self):
        answer = self.get("medicine")
        self.assertEqual(answer["Content-Type"], "image/png")
        self.assertEqual(Image.open(io.BytesIO(answer.content)).size, (1200, 630))
        self.quote.refresh_from_db()
        self.assertTrue(default_storage.exists(self.quote.card))
        with mock.patch.object(card_art, "draw_card") as draw:
            self.assertEqual(self.get("medicine").content, answer.content)
        draw.assert_not_called()

    def test_a_lost_file_is_drawn_anew(self):
        quote = Quote.objects.get()
        default_storage.delete(quote.card)
        with self.assertLogs("blog.quotes.cards", "WARNING"):
            self.assertEqual(self.get("medicine").status_code, 200)
        self.assertTrue(default_storage.exists(quote.card))

    def test_saving_draws_the_card_and_throws_the_old_one_away(self):
        quote = Quote.objects.get()
        before = quote.card
        self.assertTrue(before)
        quote.text = "<p>Other words</p>"
        quote.save()
        quote.refresh_from_db()
        self.assertNotEqual(quote.card, before)
        self.assertFalse(default_storage.exists(before))

    def test_a_card_that_says_the_same_is_not_drawn_again(self):
        quote = Quote.objects.get()
        with mock.patch.object(card_art, "draw_card") as draw:
            quote.gloss = "Not on the card."
            quote.save()
        draw.assert_not_called()

    def test_a_deleted_quotation_takes_its_card_along(self):
        quote = Quote.objects.get()
        with self.captureOnCommitCallbacks(execute=True):
            quote.delete()
        self.assertFalse(default_storage.exists(quote.card))

    def test_a_card_that_cannot_be_kept_is_still_shown(self):
        Quote.objects.update(card="")
        full = mock.patch.object(default_storage, "save", side_effect=OSError("disk full"))
        with full, self.assertLogs("blog.quotes.cards", "ERROR"):
            self.quote.refresh_from_db()
            Quote.objects.update(text="<p>New</p>")
            self.assertEqual(self.get("medicine").status_code, 200)

    def test_a_film_that_readers_may_not_see_is_not_on_the_card(self):
        film = make_film(self.tree.films, "Canary", live=False)
        quote = make_quote("Words", film=film)
        self.assertNotIn("Canary", repr(cards.get_card_words(quote)))
