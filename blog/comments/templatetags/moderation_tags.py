"""What only those see who decide on comments."""

from django import template

from blog.lib.html import render_comment

register = template.Library()


@register.filter
def words_opened(comment):
    """Return the safe HTML of a comment's words with all spoilers open."""
    return render_comment(comment.body, masked=comment.masked, spoilers_open=True)
