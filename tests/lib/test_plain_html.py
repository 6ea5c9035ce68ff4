from django.test import SimpleTestCase

from blog.lib.html import render_comment
from blog.lib.plain_html import plain_html, withhold_spoilers

ADDRESS = "https://journal.example/essays/held/"


class PlainHtmlTests(SimpleTestCase):
    def test_scripts_forms_and_their_words_are_dropped(self):
        html = "<p>A</p><script>b</script><form><p>c</p></form><style>d</style><svg>e</svg>"
        self.assertEqual(plain_html(html, ADDRESS), "<p>A</p>")

    def test_addresses_that_no_reader_should_follow_are_dropped(self):
        for href in ("javascript:alert(1)", "data:text/html,x", " java\tscript:alert(1)"):
            with self.subTest(href=href):
                self.assertEqual(plain_html(f'<a href="{href}">x</a>', ADDRESS), "<a>x</a>")

    def test_every_address_becomes_whole(self):
        for href, whole in {
            "/films/": "https://journal.example/films/",
            "?page=2": f"{ADDRESS}?page=2",
            "https://else.example/a": "https://else.example/a",
            "mailto:a@b.example": "mailto:a@b.example",
        }.items():
            with self.subTest(href=href):
                html = plain_html(f'<a href="{href}">x</a>', ADDRESS)
                self.assertEqual(html, f'<a href="{whole}">x</a>')

    def test_a_picture_keeps_its_size_and_words_only(self):
        html = '<picture><source srcset="/b"><img src="/a.jpg" width="3" height="2" alt="&quot;" '
        html += 'class="x" loading="lazy" onerror="y"></picture>'
        plain = plain_html(html, ADDRESS)
        self.assertInHTML(
            '<img src="https://journal.example/a.jpg" width="3" height="2" alt="&quot;">', plain
        )
        self.assertNotIn("onerror", plain)

    def test_what_a_spoiler_hides_is_withheld_however_deep_it_stands(self):
        html = (
            '<p>Before.</p><div><details class="spoiler wide"><summary><span>The &lt;end</span>'
            '<span class="ui" aria-hidden="true">Show</span></summary><div><p>canary</p><br/>'
            "<details><summary>canary</summary>canary &amp; &#99;anary</details>canary</div>"
            "</details></div><p>After &amp; on.</p>"
        )
        plain = plain_html(html, ADDRESS)
        self.assertNotIn("canary", plain)
        self.assertIn("<strong>The &lt;end</strong>", plain)
        self.assertNotIn("Show", plain)
        self.assertIn("<p>Before.</p>", plain)
        self.assertIn("<p>After &amp; on.</p>", plain)

    def test_a_spoiler_that_is_never_closed_hides_all_that_follows(self):
        for start in ('<details class="spoiler">', '<details class="spoiler"/>'):
            html = f"<p>A</p>{start}<summary>x</summary>canary<p>canary</p>"
            self.assertEqual(withhold_spoilers(html, ADDRESS), "<p>A</p>")

    def test_a_comment_can_leave_its_page_too(self):
        html = plain_html(render_comment("I knew. ||canary|| It did."), ADDRESS)
        self.assertNotIn("canary", html)
        self.assertIn("I knew.", html)
        self.assertIn(f'href="{ADDRESS}"', html)

    def test_a_note_keeps_its_number_and_no_way_back(self):
        html = (
            '<p>Word<a class="fn" id="fnref1" href="#fn1" role="doc-noteref"><span class="vh">Note '
            '</span>1</a> <a href="/a">on</a> <a href="#ref-film-1">(Aldous, 2017)</a>.</p>'
            '<ol><li id="fn1" value="1">Said <a href="/b">there</a> <a href="#fnref1" '
            'role="doc-backlink"><span aria-hidden="true">←</span></a></li></ol>'
        )
        plain = plain_html(html, "https://j.example/")
        self.assertIn('<p>Word<sup>1</sup> <a href="https://j.example/a">on</a>', plain)
        self.assertIn("on</a> (Aldous, 2017).</p>", plain)
        self.assertIn('<a href="https://j.example/b">there</a> </li>', plain)

    def test_html_without_spoilers_stays_as_it_is(self):
        html = "<p>A spoiler is <i>no</i> curtain.<br/>B</p>"
        self.assertEqual(withhold_spoilers(html, ADDRESS), html)
