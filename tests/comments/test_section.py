"""What readers see under a page, and what it costs."""

import re
from html.parser import HTMLParser

from django.template import Context, Template
from django.test import RequestFactory, TestCase

from blog.accounts.models import Author, User
from blog.comments import actions
from blog.comments.models import Comment, CommentSettings
from home.setup import lay_out_journal
from tests.factories.comments import make_chain, make_comment, make_in_every_state
from tests.factories.posts import make_post

SECTION = Template("{% load comments_tags %}{% comments_for page %}")
COUNT_AND_SECTION = Template(
    "{% load comments_tags %}{% comment_count page as n %}[{{ n }}]{% comments_for page %}"
)


def draw(page, query="", template=SECTION, **request_fields):
    """Return the HTML of a page's comments, as an anonymous reader's request draws it."""
    request = RequestFactory().get(f"/journal/x/{query}", **request_fields)
    page = type(page).objects.get(pk=page.pk)
    return template.render(Context({"page": page, "request": request})).strip()


def ids(html):
    return [int(pk) for pk in re.findall(r'<article class="comment[^"]*" id="comment-(\d+)"', html)]


class SectionTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.pages = lay_out_journal()
        cls.post = make_post(cls.pages.journal, "Held down")
        CommentSettings.for_site(cls.pages.site)


class StateTests(SectionTestCase):
    def test_hidden_shows_nothing_at_all(self):
        post = make_post(self.pages.journal, "Hidden", comments_state="hidden")
        make_comment(post)
        self.assertEqual(draw(post), "")
        self.assertEqual(draw(post, template=COUNT_AND_SECTION), "[None]")

    def test_a_page_that_cannot_have_comments_shows_nothing(self):
        self.assertEqual(draw(self.pages.about), "")

    def test_closed_stays_readable_and_says_so(self):
        post = make_post(self.pages.journal, "Closed", comments_state="closed")
        comment = make_comment(post)
        html = draw(post)
        self.assertEqual(ids(html), [comment.pk])
        self.assertIn("Replies were closed by the author on", html)
        self.assertNotIn("<form", html)
        self.assertNotIn("data-reply", html)

    def test_a_closed_site_closes_every_page(self):
        CommentSettings.objects.update(policy="closed")
        self.assertIn("Replies are closed.", draw(self.post))

    def test_empty_invites(self):
        self.assertIn("No replies yet. Be the first.", draw(self.post))
        CommentSettings.objects.update(invitation="Tell me, quietly.")
        self.assertIn("Tell me, quietly.", draw(self.post))
        self.post.comments_invitation = "What did you see?"
        self.post.save()
        self.assertIn("What did you see?", draw(self.post))

    def test_the_question_to_readers_is_asked_again_over_the_form(self):
        post = make_post(self.pages.journal, "Asking", prompt="What did <you> hold?")
        html = draw(post)
        self.assertLess(html.index("What did &lt;you&gt; hold?"), html.index("<form"))

    def test_the_guidelines_are_linked_while_they_are_live(self):
        CommentSettings.objects.update(guidelines=self.pages.about)
        self.assertIn('<a href="/about/">How comments work</a>', draw(self.post))
        self.pages.about.unpublish()
        self.assertNotIn("How comments work", draw(self.post))


class ThreadTests(SectionTestCase):
    def test_only_what_is_published_is_shown(self):
        states = make_in_every_state(self.post)
        html = draw(self.post)
        self.assertEqual(ids(html), [states["published"].pk])
        for status in ("pending", "rejected", "spam", "hidden"):
            self.assertNotIn(f"A {status} comment.", html)

    def test_the_mark_up_of_the_contract(self):
        first, second = make_chain(self.post, 2)
        html = draw(self.post)
        article = f'<article class="comment u-comment h-cite" id="comment-{second.pk}"'
        self.assertIn(f'{article} data-parent="{first.pk}"', html)
        for mark in ('class="p-author"', 'class="dt-published"', 'class="body e-content"'):
            self.assertEqual(html.count(mark), 2, mark)
        self.assertIn(f'class="u-url" href="?comment={first.pk}#comment-{first.pk}"', html)
        self.assertIn(f'href="?reply={first.pk}#respond" rel="nofollow"', html)
        self.assertRegex(html, r'datetime="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d"')

    def test_every_comment_has_an_accessible_name(self):
        make_chain(self.post, 6)
        html = draw(self.post)
        for names in re.findall(r'aria-labelledby="(comment-[^"]+)"', html):
            for name in names.split():
                self.assertEqual(html.count(f'id="{name}"'), 1, name)

    def test_the_heading_counts_in_words_up_to_ten(self):
        make_comment(self.post)
        self.assertIn(">One reply</h2>", draw(self.post))
        make_chain(self.post, 4)
        self.assertIn(">Five replies</h2>", draw(self.post))
        make_chain(self.post, 8)
        self.assertIn(">13 replies</h2>", draw(self.post))

    def test_only_a_long_thread_can_be_folded(self):
        make_chain(self.post, 3)
        self.assertNotIn('<details class="replies"', draw(self.post))
        make_chain(self.post, 4)
        self.assertIn(
            '<details class="replies" open><summary class="ui">3 replies', draw(self.post)
        )
        last = make_chain(self.post, 12)[-1]
        self.assertIn('<details class="replies"><summary class="ui">11 replies', draw(self.post))
        self.assertIn(
            '<details class="replies" open><summary class="ui">11 replies',
            draw(self.post, f"?comment={last.pk}"),
        )

    def test_who_wrote_the_page_is_called_author_in_a_word(self):
        writer = User.objects.create_user("ines@mail.example", "secret", display_name="Ines")
        other = User.objects.create_user("moira@mail.example", "secret", display_name="Moira")
        byline = Author.objects.create(user=writer, name="Ines", slug="ines")
        post = make_post(self.pages.journal, "By Ines", author=byline)
        parent = make_comment(post, name="Author")
        actions.answer_as(other, parent, "From Moira.")
        self.assertNotIn('class="badge"', draw(post))
        actions.answer_as(writer, parent, "From Ines.")
        self.assertRegex(draw(post), r'>Ines</b><span class="badge">Author</span>')
        self.assertEqual(draw(post).count('class="badge"'), 1)

    def test_what_was_removed_keeps_the_place_of_its_answers(self):
        first, second = make_chain(self.post, 2)
        actions.hide_comment(first)
        html = draw(self.post)
        self.assertEqual(ids(html), [first.pk, second.pk])
        self.assertIn("This comment was removed.</p>", html)
        self.assertNotIn("Level 1.", html)
        self.assertIn(">One reply</h2>", html)
        actions.erase_comment(first)
        self.assertIn("This comment was removed by its writer.", draw(self.post))

    def test_what_was_removed_without_answers_leaves_nothing(self):
        first, second = make_chain(self.post, 2)
        actions.hide_comment(second)
        self.assertEqual(ids(draw(self.post)), [first.pk])

    def test_a_hundred_levels_are_drawn_with_four_lists_in_one_another(self):
        make_chain(self.post, 100)
        html = draw(self.post)
        self.assertEqual(len(ids(html)), 100)
        self.assertEqual(html.count('<ol class="thread">'), 4)

    def test_names_and_words_cannot_break_out(self):
        hostile = "\"'><script>alert(1)</script>"
        make_chain(self.post, 1)
        make_comment(self.post, hostile, name=hostile, parent=Comment.objects.get())
        html = draw(self.post, f"?reply={Comment.objects.last().pk}")
        self.assertNotIn("<script>", html)

    def test_hostile_queries_draw_the_first_page(self):
        comment = make_comment(self.post)
        hostile = ["comments=x", "comment=9999999999999999999999", "reply=-1", "comment=²"]
        hostile += ["reply=%00", "comments=%00", "reply=1;drop", "comment=&reply="]
        for query in (f"?{query}" for query in hostile):
            self.assertEqual(ids(draw(self.post, query)), [comment.pk], query)


class SharedPageTests(SectionTestCase):
    def test_the_page_sets_no_cookie_and_is_the_same_for_everyone(self):
        make_chain(self.post, 2)
        first = self.client.get(self.post.url)
        self.assertFalse(first.cookies)
        self.assertNotIn("cookie", first.headers.get("Vary", "").lower())
        self.assertNotIn("csrfmiddlewaretoken", first.content.decode())
        second = self.client.get(self.post.url, REMOTE_ADDR="198.51.100.7")
        self.assertEqual(first.content, second.content)

    def test_no_address_of_a_reader_is_in_it(self):
        make_comment(self.post, email="private@mail.example")
        self.assertNotIn("private@mail.example", draw(self.post))

    def test_hidden_fields_hold_nothing_of_anyone_or_of_now(self):
        fields = HiddenFields()
        fields.feed(draw(self.post))
        self.assertEqual(fields.found, {"parent": "", "ticket": ""})

    def test_someone_of_the_journal_sees_a_form_of_their_own(self):
        User.objects.create_superuser("ines@mail.example", "secret", display_name="Ines")
        self.client.force_login(User.objects.get())
        html = self.client.get(self.post.url).content.decode()
        self.assertIn("You reply as Ines, and at once.", html)
        self.assertNotIn('id="respond-e"', html)


class HiddenFields(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = {}

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "input" and attrs.get("type") == "hidden":
            self.found[attrs["name"]] = attrs["value"]
