"""A journal whose threads are in every state that a reader can meet."""

from datetime import timedelta

from django.utils import timezone

from blog.accounts.models import Author, User
from blog.comments import actions
from blog.comments.actions import answer_as
from blog.comments.models import Comment
from blog.comments.reasons import WITHDRAWN, make_reason
from home.setup import lay_out_journal

from .comments import crowd, make_chain, make_comment, make_many
from .films import make_film
from .posts import make_post

LONG_WORD = "https://a.example/" + "way" * 60
HEBREW = "ישבתי שם גם כן, ליד החלון. זה היה קר."
WORDS = (
    "> They sit.\n\nThey *do*, and ||the door|| opens. Then he leaves.\n\n"
    f"See {LONG_WORD} and {'a' * 120}."
)


def build_comment_states():
    """Return {name: path} of pages that together show every state of a thread."""
    pages = lay_out_journal()
    writer = User.objects.create_user("ines@mail.example", "secret", display_name="Ines Halloran")
    byline = Author.objects.create(user=writer, name="Ines Halloran", slug="ines-halloran")
    essay = make_post(pages.journal, "States", author=byline, prompt="What did you hold?")
    chain = make_chain(essay, 6)
    answer_as(writer, chain[1], "Second level, from the author.")
    marked = make_comment(essay, WORDS, masked=["Then he leaves."], name="N" * 80, minutes=20)
    Comment.objects.filter(pk=marked.pk).update(edited_at=timezone.now())
    make_comment(essay, HEBREW, name="דנה", parent=marked, minutes=21)
    folded = make_comment(essay, "A long exchange followed.", name="Marguerite", minutes=30)
    last = [
        make_comment(essay, f"Part {number}.", parent=folded, minutes=30 + number)
        for number in range(1, 13)
    ][-1]
    withdrawn = make_chain(essay, 2)[0]
    actions.erase_comment(withdrawn)
    Comment.objects.filter(pk=withdrawn.pk).update(reasons=[make_reason(WITHDRAWN)])
    actions.mark_spam(make_chain(essay, 2)[0])
    closed = make_post(pages.journal, "Closed", days_ago=200, comments_close_after_days=90)
    old = make_comment(closed, "Long ago.")
    Comment.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=150))
    make_post(pages.journal, "Empty", comments_invitation="What did you see?")
    long = make_post(pages.journal, "Long")
    crowded = make_many(long, crowd(150))
    film = make_film(pages.films, "The Work")
    take = make_comment(film, WORDS, half_stars=9, masked=["Then he leaves."], name="Orla")
    make_comment(film, "I stood.", parent=take, name="Ada")
    make_comment(film, "", half_stars=3, name="Tomasz B.", origin_name="Letterboxd")
    states = f"/journal/{essay.slug}/"
    return {
        "states": states,
        "named": f"{states}?comment={last.pk}#comment-{last.pk}",
        "answering": f"{states}?reply={chain[5].pk}#respond",
        "not there": f"{states}?comment=99999",
        "closed": "/journal/closed/",
        "empty": "/journal/empty/",
        "long": "/journal/long/",
        "conversation": f"/journal/long/?thread={crowded[0].pk}&comments=2",
        "film": f"/films/{film.slug}/",
        "report": f"/comments/{marked.pk}/report/",
        "reported": f"/comments/{marked.pk}/report/thanks/",
        "not to report": "/comments/99999/report/",
    }
