"""Notes and references of a whole body, from its HTML alone."""

from html import escape

from bs4 import BeautifulSoup
from django.test import SimpleTestCase

from blog.blocks.richtext.apparatus import add_apparatus
from tests.citations.works import a_book, a_film

FILM = a_film("The Work", "Gethin Aldous", "Jairus McLeary")
BOOK = a_book("Sequence", "Tuckman, Bruce W.")
RECORDS = {"film-12": FILM, "book-3": BOOK}


def note(words="Words."):
    return f'<a data-note="{words}"></a>'


def cite(work="film-12", place=""):
    return f'<a data-cites="{work}" data-place="{place}"></a>'


def spoiler(words):
    return (
        '<details class="spoiler"><summary><span>The end</span></summary>\n'
        f"<div><p>{words}</p></div>\n</details>"
    )


def finish(html, records=RECORDS, **options):
    return add_apparatus(html, records=records, **{"style": "apa", **options})


def soup(html, **options):
    return BeautifulSoup(finish(html, **options), "html.parser")


class NoteTests(SimpleTestCase):
    def test_notes_are_numbered_in_reading_order_across_blocks(self):
        page = soup(
            f"<p>A{note('1st')}</p><aside><p>B{note('2nd')}</p></aside><p>C{note('3rd')}</p>"
        )
        self.assertEqual([a.contents[-1] for a in page.select(".fn")], ["1", "2", "3"])
        lines = page.select("section[role=doc-endnotes] li")
        self.assertEqual([line.contents[0].strip() for line in lines], ["1st", "2nd", "3rd"])

    def test_a_mark_leads_to_its_note_and_back(self):
        page = soup(f"<p>A{note()}</p>")
        mark, back = page.select_one("[role=doc-noteref]"), page.select_one("[role=doc-backlink]")
        self.assertEqual(mark["href"], f"#{page.select_one('.notes li')['id']}")
        self.assertEqual(back["href"], f"#{mark['id']}")
        self.assertEqual(mark.select_one(".vh").text, "Note ")
        self.assertEqual(back.select_one(".vh").text, "Back to text, note 1")

    def test_the_words_of_a_note_may_be_stressed_and_linked_and_nothing_else(self):
        words = (
            "*So* it [is](https://example.org/) <b>not</b> ![x](https://e.org/x) [j](javascript:a)"
        )
        line = soup(f"<p>A{note(escape(words))}</p>").li
        self.assertEqual(line.em.text, "So")
        self.assertEqual(line.a["href"], "https://example.org/")
        self.assertIsNone(line.b or line.img)
        self.assertNotIn('javascript:a"', str(line))

    def test_an_empty_note_is_no_note(self):
        self.assertEqual(finish(f"<p>A{note('  ')}.</p>"), "<p>A.</p>")

    def test_a_body_without_marks_is_left_alone(self):
        html = "<p>A <q>b</p> <a href='/x/'>c</a>"
        self.assertEqual(finish("<p>A <a href='/x/'>c</a></p>"), "<p>A <a href='/x/'>c</a></p>")
        self.assertIn("<q>b", finish(html))

    def test_two_bodies_on_one_page_have_ids_of_their_own(self):
        one, two = finish(f"A{note()}{cite()}"), finish(f"A{note()}{cite()}", prefix="facts-")
        ids = [tag["id"] for tag in BeautifulSoup(one + two, "html.parser").select("[id]")]
        self.assertEqual(len(ids), len(set(ids)))

    def test_two_renders_of_one_body_are_alike(self):
        html = f"<p>A{note()}{cite()}</p>{spoiler(f'B{note()}')}"
        self.assertEqual(finish(html), finish(html))


class SpoilerTests(SimpleTestCase):
    def test_a_note_behind_a_curtain_stays_there_with_its_number(self):
        page = soup(f"<p>A{note('one')}</p>{spoiler('B' + note('CANARY'))}<p>C{note('three')}</p>")
        self.assertIn("CANARY", page.details.div.text)
        self.assertEqual([line["value"] for line in page.details.select("li")], ["2"])
        page.details.decompose()
        self.assertNotIn("CANARY", str(page))
        self.assertEqual([line["value"] for line in page.select(".notes li")], ["1", "3"])

    def test_a_work_cited_behind_a_curtain_alone_is_listed_there(self):
        page = soup(f"<p>A {cite('book-3')}</p>{spoiler('B ' + cite())}")
        self.assertIn("The Work", page.details.ul.text)
        page.details.decompose()
        self.assertNotIn("Work", str(page))
        self.assertIn("Sequence", page.select_one(".references").text)

    def test_a_work_cited_before_it_too_is_listed_for_all_once(self):
        page = soup(f"<p>A {cite()}</p>{spoiler('B ' + cite())}")
        self.assertIsNone(page.details.ul)
        self.assertEqual(len(page.select("#ref-film-12")), 1)

    def test_other_details_hide_nothing(self):
        page = soup(f"<details><summary>Q</summary><div><p>A{note('n')}</p></div></details>")
        self.assertEqual(len(page.select(".notes li")), 1)
        self.assertIsNone(page.details.ol)

    def test_a_curtain_that_is_never_closed_does_not_fail(self):
        self.assertNotIn("notes", finish(f'<details class="spoiler"><p>A{note()}'))


class CitationTests(SimpleTestCase):
    def test_a_citation_leads_to_its_reference(self):
        page = soup(f"<p>Held {cite(place='12:30')}.</p>")
        link = page.select_one("a.cited")
        self.assertEqual(link.text, "(Aldous & McLeary, 2017, 12:30)")
        self.assertEqual(link["href"], f"#{page.select_one('.references li')['id']}")
        self.assertEqual(page.select_one(".references :is(h2, h3)").text, "References")

    def test_a_space_stands_before_it_and_never_two(self):
        self.assertIn("Held <a", finish(f"<p>Held{cite()}.</p>"))
        self.assertIn("Held <a", finish(f"<p>Held {cite()}.</p>"))
        self.assertIn("(<a", finish(f"<p>({cite()}).</p>"))

    def test_a_work_that_readers_may_not_see_leaves_no_trace(self):
        html = finish(f"<p>Held {cite('film-99', '12:30')}, and more {cite('')}.</p>")
        self.assertEqual(html, "<p>Held, and more.</p>")

    def test_a_work_cited_often_is_listed_once(self):
        page = soup(f"<p>A {cite(place='1')} b {cite(place='2')} c {cite()}.</p>")
        self.assertEqual(len(page.select(".references li")), 1)

    def test_the_style_is_the_sites(self):
        self.assertIn(
            "(<i>The Work</i> 12:30)", finish(f"<p>A {cite(place='12:30')}</p>", style="mla")
        )

    def test_a_hostile_place_stays_words(self):
        html = finish(f"<p>A {cite(place='&quot;&gt;&lt;script&gt;')}</p>")
        self.assertNotIn("<script", html)


class PlaceTests(SimpleTestCase):
    HERE = "<!--references 3-->"

    def test_references_stand_where_their_block_does(self):
        html = finish(f"<p>A {cite()}</p>{self.HERE}<p>After.</p>")
        self.assertLess(html.index("doc-bibliography"), html.index("After."))
        self.assertIn('<h3 id="references">', html)

    def test_notes_come_before_references_that_stand_last(self):
        html = finish(f"<p>A {cite()}{note()}</p>{self.HERE}\n")
        self.assertLess(html.index("doc-endnotes"), html.index("doc-bibliography"))

    def test_two_blocks_print_one_list(self):
        html = finish(f"<p>A {cite()}</p>{self.HERE}<p>B</p>{self.HERE}", heading="Sources")
        self.assertEqual(html.count("doc-bibliography"), 1)
        self.assertIn(">Sources</h3>", html)
        self.assertNotIn("<!--", html)

    def test_what_is_not_cited_is_listed_too_and_only_once(self):
        page = soup(f"<p>A {cite()}</p>{self.HERE}", further=[BOOK, FILM])
        self.assertEqual(len(page.select(".references li")), 2)

    def test_a_block_with_nothing_to_list_prints_nothing(self):
        self.assertEqual(finish(f"<p>A</p>{self.HERE}"), "<p>A</p>")


class QuotationTests(SimpleTestCase):
    def test_a_source_stands_in_brackets_behind_the_words(self):
        page = soup('<p>He said <q data-source="R. &amp; E." cite="https://e.org/">come</q>.</p>')
        self.assertEqual(page.text, "He said come (R. & E.).")
        self.assertEqual(
            (page.q["cite"], page.cite.a["href"]), ("https://e.org/", "https://e.org/")
        )

    def test_without_a_source_nothing_is_added(self):
        self.assertEqual(finish("<p><q>come</q>.</p>"), "<p><q>come</q>.</p>")

    def test_another_scheme_and_other_attributes_are_dropped(self):
        html = finish('<p><q cite="javascript:a()" onclick="b()" data-source="&lt;b&gt;">c</q></p>')
        self.assertEqual(html, "<p><q>c</q> (<cite>&lt;b&gt;</cite>)</p>")

    def test_a_quotation_that_a_note_cut_in_two_is_one(self):
        q = '<q data-source="E.">'
        page = soup(f"<p>{q}one</q>{note()}{q} two</q>{note()}{q} three</q> end</p>")
        self.assertEqual(len(page.select("q")), 1)
        self.assertEqual(page.p.text, "oneNote 1 twoNote 2 three (E.) end")

    def test_a_closing_tag_too_many_does_not_fail(self):
        self.assertEqual(finish("<p>a</q></q></p>"), "<p>a</q></q></p>")
