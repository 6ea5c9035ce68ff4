"""What a writer is told about the proof of their address."""

from django import template

from blog.comments.commenters.proof import may_be_proved

register = template.Library()


@register.filter
def waits_for_proof(comment):
    """Return whether a mailed link could still help a comment: for its writer's own page."""
    return may_be_proved(comment)
