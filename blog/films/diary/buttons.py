"""What else can be done with an evening, as the parts above this one offer it."""

from wagtail import hooks


def find_buttons(viewing, user):
    """Return the buttons that functions of the hook "register_viewing_buttons" offer `user`."""
    offers = (offer(viewing, user) for offer in hooks.get_hooks("register_viewing_buttons"))
    return [button for buttons in offers for button in buttons]
