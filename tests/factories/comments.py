"""Comments as small as they can be, in any state, and whole threads of them."""

import random
from datetime import timedelta

from django.utils import timezone

from blog.comments.actions import record_comment
from blog.comments.models import Comment

START = timezone.now() - timedelta(days=30)


def make_comment(page, body="I came to it through the chairs too.", *, minutes=0, **fields):
    """Return a published comment on `page`, written `minutes` after all comments' START."""
    fields = {"name": "Wren", "email": "wren@mail.example"} | fields
    return record_comment(
        page=page, body=body, created_at=START + timedelta(minutes=minutes), **fields
    )


def make_chain(page, length):
    """Return comments of which each answers the one before."""
    comments = []
    for number in range(length):
        parent = comments[-1] if comments else None
        comments.append(make_comment(page, f"Level {number + 1}.", minutes=number, parent=parent))
    return comments


def make_in_every_state(page, **fields):
    """Return {state: comment} with one comment in each state that a moderator can meet."""
    return {
        status: make_comment(page, f"A {status} comment.", status=status, **fields)
        for status in Comment.Status.values
        if status != Comment.Status.ERASED
    }


def make_many(page, parents, body="Two sentences, as most replies are. *Nothing* is in them."):
    """Return as many published comments as `parents` is long, made by few statements.

    parents: for each comment the place in this list of the one that it answers, which must come
    before it, or None for the first of a thread.
    """
    depths, comments = [], []
    for place, parent in enumerate(parents):
        depths.append(0 if parent is None else depths[parent] + 1)
        moment = START + timedelta(minutes=place)
        comments.append(
            Comment(
                page_id=page.pk,
                name=f"Reader {place}",
                email=f"reader{place}@mail.example",
                body=body,
                status=Comment.Status.PUBLISHED,
                created_at=moment,
                published_at=moment,
                decided_at=moment,
            )
        )
    for depth in range(max(depths, default=-1) + 1):
        level = [place for place, its_depth in enumerate(depths) if its_depth == depth]
        for place in level if depth else ():
            parent = comments[parents[place]]
            comments[place].parent, comments[place].thread = parent, parent.thread or parent
        Comment.objects.bulk_create([comments[place] for place in level])
    return comments


def crowd(count, *, threads=1, depth=12, seed=1):
    """Return parents for `make_many`: `count` comments in `threads`, the deepest `depth` deep."""
    chance = random.Random(seed)  # noqa: S311  the same crowd every time
    parents, depths = [None] * threads, [1] * threads
    for place in range(threads, count):
        # The first answers make one chain, so that the depth is surely reached.
        answers_last = threads <= place < threads + depth - 1
        parent = place - 1 if answers_last else chance.randrange(place)
        while depths[parent] >= depth:
            parent = parents[parent]
        parents.append(parent)
        depths.append(depths[parent] + 1)
    return parents
