"""What the form of readers must know besides the page."""

from django import template

from blog.outbox.server import has_mail_server

register = template.Library()


@register.simple_tag
def sends_mail():
    """Return whether this journal can send mail, so that an address can be proved."""
    return has_mail_server()
