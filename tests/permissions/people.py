"""The five kinds of visitors, what they may find, and what an answer amounts to."""

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, Site

from blog.accounts.actions import ensure_author
from blog.accounts.models import User
from blog.citations.models import Book
from blog.comments.commenters.tokens import PROOF, READER
from blog.comments.models import WordRule
from blog.editorial.calendar.feed_actions import make_feed
from blog.editorial.models import Correction, PostIdea, Publication
from blog.editorial.previews.actions import make_link
from blog.editorial.trash.actions import trash_page
from blog.outbox.models import MailStop
from tests.factories.accounts import UserFactory
from tests.factories.films import make_viewing
from tests.factories.outbox import make_mail
from tests.factories.posts import make_post
from tests.factories.site import build_site

ROLES = ("anonymous", "author", "editor", "moderator", "owner")


def make_people():
    """Return {role: User}, with None for the anonymous visitor."""
    people = {
        role: UserFactory(email=f"{role}@example.org", groups=[role.title()])
        for role in ("author", "editor", "moderator")
    }
    owner = User.objects.create_superuser("owner@example.org", "p", display_name="Owner")
    return {"anonymous": None, **people, "owner": owner}


def make_things(people):
    """Return {name: number or slug}: what stands between braces in the table's addresses."""
    site = build_site()
    own = make_post(
        site.journal, "An essay of the author's own", live=False, owner=people["author"]
    )
    own.save_revision()
    submitted = make_post(site.journal, "Submitted", live=False, owner=people["author"])
    submitted.save_revision()
    review = submitted.get_workflow().start(submitted, people["author"])
    return {
        "home": site.home.pk,
        "journal": site.journal.pk,
        "films": site.films.pk,
        "post": site.post.pk,
        "post_slug": site.post.slug,
        "post_revision": site.post.latest_revision_id,
        "own": own.pk,
        "own_slug": own.slug,
        "submitted": submitted.pk,
        "review": review.pk,
        "task_state": review.current_task_state_id,
        "task": review.current_task_state.task_id,
        "workflow": review.workflow_id,
        "notice": people["editor"].editorial_notices.get(page=submitted.pk).pk,
        "draft": site.draft.pk,
        "draft_slug": site.draft.slug,
        "future": site.future.pk,
        "future_slug": site.future.slug,
        "future_revision": site.future.latest_revision_id,
        "private": site.private.pk,
        "private_slug": site.private.slug,
        "private_restriction": site.private.view_restrictions.get().pk,
        "film": site.film.pk,
        "film_slug": site.film.slug,
        "viewing": make_viewing(site.bare_film, author=site.byline).pk,
        "own_viewing": make_viewing(site.bare_film, author=ensure_author(people["author"])).pk,
        "idea": PostIdea.objects.create(line="An idea", created_by=site.writer).pk,
        "own_idea": PostIdea.objects.create(line="A line", created_by=people["author"]).pk,
        "quote": site.quote.pk,
        "person": site.film.credits.first().person_id,
        "book": Book.objects.create(title="A book").pk,
        "quote_slug": site.quote.slug,
        "author": site.byline.pk,
        "image": site.image.pk,
        "image_file": site.image.file.name,
        "comment": site.comments[0].pk,
        "pending": site.pending.pk,
        "word_rule": WordRule.objects.create(words="casino").pk,
        "failed_mail": make_mail(state="failed").pk,
        "mail_stop": MailStop.objects.create(recipient="gone@mail.example", refusals=3).pk,
        "commenter": site.comments[0].commenter_id,
        "proof_token": PROOF.sign(site.comments[0].commenter, site.comments[0].pk),
        "reader_token": READER.sign(site.comments[0].commenter),
        "preview_token": make_link(site.draft, people["owner"], takes_remarks=True)[1],
        "calendar_token": make_feed(people["owner"]),
        "user": people["moderator"].pk,
        "owner": people["owner"].pk,
        "publication": Publication.objects.filter(page=site.post.pk).latest("pk").pk,
        "correction": Correction.objects.create(
            page=site.post, text="It was 2017.", corrected_at=timezone.now()
        ).pk,
        "trashed": trash_page(make_post(site.journal, "In the trash"), by=people["owner"]).pk,
        "group": people["author"].groups.get().pk,
        "collection": Collection.get_first_root_node().add_child(name="Stills").pk,
        "site": Site.objects.get().pk,
    }


def outcome(response):
    """Return what an answer amounts to for whoever asked, as the table says it."""
    status = response.status_code
    if status in (301, 302, 303):
        target = response["Location"].partition("?")[0]
        if target.endswith(("/login/", "_util/login/")):
            return "sign in"
        # Wagtail turns people away to its front page, with a message.
        return "refused" if target == reverse("wagtailadmin_home") else "moved"
    names = {200: "ok", 403: "refused", 404: "none", 405: "no such method"}
    return names.get(status, str(status))
