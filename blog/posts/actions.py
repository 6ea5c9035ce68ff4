"""What is done to essays."""

from blog.accounts.models import Author


def sign_with_own_byline(post):
    """Give a new, unsaved post the byline of whoever begins it, where there is one."""
    if post.author_id is None and post.owner_id is not None:
        post.author = Author.objects.for_user(post.owner).first()
