"""References and citations in the three styles, as their manuals set them."""

from django.test import SimpleTestCase

from blog.citations.records import typed_record
from blog.citations.rendering import render_references

from .works import a_book, a_film

STYLES = ("apa", "mla", "chicago")
THE_WORK = a_film("The Work", "Gethin Aldous", "Jairus McLeary", company="Blanket Fort Media")
TITLE = '<i><a href="/films/the-work/">The Work</a></i>'


def people(count):
    return [f"Family{n:02}, Given" for n in range(count)]


def entry(style, record):
    return render_references(style, [record]).entries[0].html


def cite(style, record, place=""):
    return render_references(style, [record], [(record["id"], place)]).cited[0]


class FilmTests(SimpleTestCase):
    def test_a_film_stands_under_its_directors_or_its_title(self):
        for style, line in {
            "apa": f"Aldous, G., &amp; McLeary, J. (Directors). (2017). {TITLE} [Film]. "
            "Blanket Fort Media.",
            "mla": f"{TITLE}. Directed by Gethin Aldous and Jairus McLeary, Blanket Fort Media, "
            "2017.",
            "chicago": f"Aldous, Gethin, and Jairus McLeary, dirs. 2017. {TITLE}. Film. "
            "Blanket Fort Media.",
        }.items():
            with self.subTest(style=style):
                self.assertEqual(entry(style, THE_WORK), line)

    def test_a_film_is_cited_with_its_timecode(self):
        for style, words in {
            "apa": "(Aldous &amp; McLeary, 2017, 12:30)",
            "mla": "(<i>The Work</i> 12:30)",
            "chicago": "(Aldous and McLeary 2017, 12:30)",
        }.items():
            with self.subTest(style=style):
                self.assertEqual(cite(style, THE_WORK, "12:30"), words)

    def test_one_director_is_one(self):
        film = a_film("Ikiru", "Akira Kurosawa", year=1952, url="")
        self.assertIn("(Director).", entry("apa", film))
        self.assertIn(", dir. ", entry("chicago", film))

    def test_without_directors_and_year_the_title_comes_first(self):
        film = a_film("Why?", year=None, url="")
        self.assertEqual(entry("apa", film), "<i>Why?</i> [Film]. (n.d.).")
        self.assertEqual(entry("mla", film), "<i>Why?</i>")
        self.assertEqual(entry("chicago", film), "<i>Why?</i> n.d. Film.")
        self.assertEqual(cite("apa", film), "(<i>Why?</i>, n.d.)")

    def test_particles_and_suffixes_stay_with_the_family(self):
        film = a_film("A", "Lars von Trier", "Robert Downey Sr.", url="")
        self.assertIn("von Trier, L., &amp; Downey, R., Sr. (Directors)", entry("apa", film))

    def test_names_in_other_scripts_stay_whole(self):
        film = a_film("A", "是枝裕和", "محمد علي", "bell hooks", url="")
        for style in STYLES:
            with self.subTest(style=style):
                self.assertIn("是枝裕和", entry(style, film))
        self.assertIn("محمد علي, &amp; bell hooks", entry("apa", film))


class BookTests(SimpleTestCase):
    def test_a_book_with_everything(self):
        book = a_book(
            "Sequence", "Tuckman, Bruce W.", translators="Smith, Mary Ann\nDoe, Joe",
            edition="2nd ed.", publisher="Pub Inc.", url="https://example.org/a?b=1&c=2",
        )  # fmt: skip
        link = (
            '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener">'
            "https://example.org/a?b=1&amp;c=2</a>"
        )
        for style, line in {
            "apa": "Tuckman, B. W. (1965). <i>Sequence</i> (M. A. Smith &amp; J. Doe, Trans.; "
            f"2nd ed.). Pub Inc. {link}",
            "mla": "Tuckman, Bruce W. <i>Sequence</i>. Translated by Mary Ann Smith and Joe Doe, "
            f"2nd ed., Pub Inc., 1965. {link}.",
            "chicago": "Tuckman, Bruce W. 1965. <i>Sequence</i>. Translated by Mary Ann Smith "
            f"and Joe Doe. 2nd ed. Pub Inc. {link}.",
        }.items():
            with self.subTest(style=style):
                self.assertEqual(entry(style, book), line)

    def test_a_page_is_cited_as_the_style_does(self):
        book = a_book("Sequence", "Tuckman, Bruce W.")
        for style, place, words in [
            ("apa", "12", "(Tuckman, 1965, p. 12)"),
            ("apa", "12-14", "(Tuckman, 1965, pp. 12–14)"),
            ("apa", "ch. 3", "(Tuckman, 1965, ch. 3)"),
            ("apa", "", "(Tuckman, 1965)"),
            ("mla", "12", "(Tuckman 12)"),
            ("chicago", "xii", "(Tuckman 1965, xii)"),
        ]:
            with self.subTest(style=style, place=place):
                self.assertEqual(cite(style, book, place), words)

    def test_the_number_of_authors_decides_how_they_are_cited(self):
        for count, apa, mla, chicago in [
            (0, "(<i>Sequence</i>, 1965)", "(<i>Sequence</i>)", "(<i>Sequence</i> 1965)"),
            (1, "(Family00, 1965)", "(Family00)", "(Family00 1965)"),
            (2, "(Family00 &amp; Family01, 1965)", "(Family00 and Family01)",
             "(Family00 and Family01 1965)"),
            (3, "(Family00 et al., 1965)", "(Family00 et al.)",
             "(Family00, Family01, and Family02 1965)"),
            (8, "(Family00 et al., 1965)", "(Family00 et al.)", "(Family00 et al. 1965)"),
        ]:  # fmt: skip
            book = a_book("Sequence", *people(count))
            with self.subTest(count=count):
                self.assertEqual([cite(s, book) for s in STYLES], [apa, mla, chicago])

    def test_eight_authors_are_all_listed_where_the_style_lists_them(self):
        book = a_book("Sequence", *people(8))
        self.assertIn("Family06, G., &amp; Family07, G. (1965)", entry("apa", book))
        self.assertIn("Family00, Given, et al. <i>", entry("mla", book))
        self.assertIn("and Given Family07. 1965", entry("chicago", book))

    def test_a_very_long_list_is_cut_to_nineteen_and_the_last(self):
        line = entry("apa", a_book("Sequence", *people(30)))
        self.assertIn("Family18, G., … Family29, G.", line)
        self.assertNotIn("Family19", line)

    def test_an_organisation_is_not_taken_apart(self):
        book = a_book("A report", "World Health Organization", year="")
        self.assertEqual(entry("apa", book), "World Health Organization. (n.d.). <i>A report</i>.")

    def test_a_year_may_be_words(self):
        self.assertEqual(cite("apa", a_book("A", "One, A.", year="in press")), "(One, in press)")

    def test_two_works_of_one_author_and_year_are_told_apart(self):
        first, second = a_book("Zebra", "One, A.", pk=1), a_book("Apple", "One, A.", pk=2)
        cites = [("book-1", ""), ("book-2", "")]
        for style, expected in {
            "apa": ["(One, 1965b)", "(One, 1965a)"],
            "mla": ["(One, <i>Zebra</i>)", "(One, <i>Apple</i>)"],
            "chicago": ["(One 1965b)", "(One 1965a)"],
        }.items():
            with self.subTest(style=style):
                references = render_references(style, [first, second], cites)
                self.assertEqual(references.cited, expected)
                self.assertEqual([e.key for e in references.entries], ["book-2", "book-1"])


class TypedTests(SimpleTestCase):
    def test_a_row_typed_by_hand(self):
        row = {
            "authors": "Aldous, G.; McLeary, J.",
            "role": "Directors",
            "year": "2017",
            "title": "The work",
            "kind": "Documentary film",
            "publisher": "Blanket Fort Media",
        }
        self.assertEqual(
            entry("apa", typed_record(row, 1)),
            "Aldous, G., &amp; McLeary, J. (Directors). (2017). <i>The work</i> "
            "[Documentary film]. Blanket Fort Media.",
        )

    def test_an_unfinished_row_prints_what_there_is(self):
        for fields in ({"title": "A"}, {"authors": " ; ;", "title": "A"}, {"authors": "One, A."}):
            for style in STYLES:
                with self.subTest(fields=fields, style=style):
                    line = entry(style, typed_record(fields, 1))
                    self.assertTrue("A" in line)
                    self.assertNotIn("None", line)

    def test_an_address_of_another_kind_is_not_printed(self):
        row = typed_record({"title": "A", "url": "javascript:alert(1)"}, 1)
        for style in STYLES:
            self.assertNotIn("javascript", entry(style, row))


class SafetyTests(SimpleTestCase):
    EVIL = '<script>alert("1")</script> & \u202eabc 🎬 \x00'

    def test_hostile_fields_stay_words(self):
        film = a_film(self.EVIL, f"A {self.EVIL}", company=self.EVIL, url='"><script>')
        book = a_book(self.EVIL, self.EVIL, year=self.EVIL, publisher=self.EVIL)
        for style in STYLES:
            found = render_references(style, [film, book], [("film-12", self.EVIL)])
            html = "".join([*(e.html for e in found.entries), *found.cited])
            with self.subTest(style=style):
                self.assertNotIn("<script", html)
                self.assertIn("&lt;script&gt;", html)

    def test_nothing_is_nothing(self):
        self.assertEqual(render_references("apa", []), ([], []))

    def test_one_work_is_listed_once(self):
        self.assertEqual(len(render_references("apa", [THE_WORK, THE_WORK]).entries), 1)
