"""The journal and its essays."""

from .index_page import PostIndexPage
from .post_page import PostPage, PostTag

__all__ = ["PostIndexPage", "PostPage", "PostTag"]
