"""The journal and its essays."""

from .index_page import PostIndexPage
from .post_page import RESERVED_SLUGS, PostPage, PostTag

__all__ = ["RESERVED_SLUGS", "PostIndexPage", "PostPage", "PostTag"]
