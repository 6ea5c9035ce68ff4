"""Two requests at the same moment: one form, or a film that is being deleted."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

from django.db import connections, transaction
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import Page

from blog.films.diary.actions import FilmGoneError, note_viewing
from blog.films.diary.guards import keep_films_of_the_diary
from blog.films.models import FilmPage, Viewing
from blog.posts.models import PostPage
from blog.posts.starting import begin_from_film, start_essay
from home.setup import lay_out_journal
from tests.factories.accounts import UserFactory
from tests.factories.films import make_film
from tests.ground import CommittingTestCase

TIMES = 4


def at_once(*functions):
    """Call the functions in threads of their own, which leave no connection; return the results."""
    start = Barrier(len(functions))

    def call(function):
        start.wait(timeout=30)
        try:
            return function()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(functions)) as pool:
        return list(pool.map(call, functions))


class AtOnceTests(CommittingTestCase):
    def setUp(self):
        self.site = lay_out_journal()
        self.film = make_film(self.site.films, "Aftersun", 2022)
        self.user = UserFactory(groups=["Author"])

    def note(self, key):
        return note_viewing(
            user=self.user, film=self.film, key=key, watched_on=timezone.localdate()
        )

    def test_one_form_sent_at_once_notes_one_evening(self):
        key = uuid4()
        viewings = at_once(*[lambda: self.note(key)] * TIMES)
        self.assertEqual(Viewing.objects.count(), 1)
        self.assertEqual({viewing.pk for viewing in viewings}, {Viewing.objects.get().pk})

    def test_one_form_sent_at_once_begins_one_essay(self):
        key, beginning = uuid4(), begin_from_film(self.film)

        def start():
            return start_essay(user=self.user, beginning=beginning, key=key).pk

        self.assertEqual(len(set(at_once(*[start] * TIMES))), 1)
        self.assertEqual(PostPage.objects.count(), 1)
        self.assertEqual(Page.find_problems(), ([], [], [], [], []))

    def test_a_film_is_noted_or_deleted_and_never_both(self):
        def note():
            try:
                return self.note(uuid4())
            except FilmGoneError:
                return None

        def delete():
            with transaction.atomic():
                request = RequestFactory().post("/")
                request._messages = Messages()
                if keep_films_of_the_diary(request, [self.film]) is None:
                    FilmPage.objects.get(pk=self.film.pk).delete()

        noted, _ = at_once(note, delete)
        self.assertEqual(FilmPage.objects.filter(pk=self.film.pk).exists(), noted is not None)
        self.assertEqual(Viewing.objects.exists(), noted is not None)


class Messages(list):
    def add(self, level, message, extra_tags=""):
        self.append(message)
