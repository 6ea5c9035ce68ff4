"""A small journal to write in, served by itself, and what its people do meanwhile."""

import contextlib
from types import SimpleNamespace
from urllib.parse import urlsplit

from .servers import free_port, manage, serve

SEED = """
from home.setup import lay_out_journal
from tests.factories.comments import make_comment
from tests.factories.films import make_film
from tests.factories.posts import make_post
pages = lay_out_journal()
essay = make_post(pages.journal, "On chairs", standfirst="Who sits in them.")
make_comment(essay, "I sat there too.", name="Wren")
make_comment(essay, "I stood.", name="Ada")
make_film(pages.films, "The Work")
"""
APPROVE = """
from blog.comments.actions import approve_comment
from blog.comments.models import Comment
for comment in Comment.objects.awaiting():
    approve_comment(comment)
"""
STOP_LINK = """
from blog.comments.models import Comment
from blog.comments.notices.tokens import StopLink, get_stop_url
mine = Comment.objects.filter(name="Orla").latest("pk")
link = StopLink(person=mine.commenter_id, comment=mine.pk, page=mine.page_id)
print("LINK", get_stop_url(link))
"""


@contextlib.contextmanager
def open_journal(folder, lay_out):
    """Serve a journal with an essay, a film and two comments: .essay and others, .run(code)."""
    place = {"data_dir": folder, "port": free_port()}

    def run(code):
        return manage("shell", "--no-imports", "-c", code, **place)

    lay_out(folder)
    run(SEED)
    with serve("--no-worker", "--workers", "1", **place) as (address, _said):
        yield SimpleNamespace(
            address=address,
            host=urlsplit(address).netloc,
            essay=f"{address}/journal/on-chairs/",
            film=f"{address}/films/the-work/",
            run=run,
        )


def fill_in(form, words, name="Orla", email="orla@mail.example"):
    """Fill in a comment form as a reader would."""
    form.locator("[name=body]").fill(words)
    form.get_by_label("Name", exact=True).fill(name)
    form.get_by_label("Email", exact=True).fill(email)
