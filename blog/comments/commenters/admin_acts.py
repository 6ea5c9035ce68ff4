"""The buttons of the page about a reader: what each does, and what is said when it was done."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import acts
from .merging import MergeRefused
from .rows import find_address

NOTHING_NEW = gettext_lazy("That was so already: someone else may have been faster.")


@dataclass(frozen=True)
class Button:
    """act: called with the commenter and by. done: what is said afterwards."""

    act: object
    done: str


BUTTONS = {
    "revoke": Button(
        acts.revoke_trust, gettext_lazy("Trust is taken back. A person reads everything first.")
    ),
    "give_back": Button(
        acts.give_trust_back, gettext_lazy("Trust is given back, as far as the rules go.")
    ),
    "ban": Button(acts.ban, gettext_lazy("Banned. They hear of it when they next try to write.")),
    "lift_ban": Button(acts.lift_ban, gettext_lazy("The ban is lifted.")),
    "forget_devices": Button(
        acts.forget_devices,
        gettext_lazy("Their devices are forgotten, and the links that were mailed to them."),
    ),
}


def carry_out(name, commenter, data, by):
    """Do what a button says, and return (whether it was done, a sentence on it).

    data: what its form holds besides.
    """
    if name == "note":
        return _write_note(commenter, data.get("note", ""), by)
    if name == "merge":
        return _merge(commenter, data.get("other", ""), by)
    if name == "split":
        return _split(commenter, data.get("row", ""), by)
    button = BUTTONS.get(name)
    if button is None:
        return False, _("Nothing was chosen.")
    done = button.act(commenter, by=by)
    return done, button.done if done else NOTHING_NEW


def _write_note(commenter, note, by):
    note = note.replace("\0", "").replace("\r\n", "\n").strip()
    if len(note) > acts.LONGEST_NOTE:
        return False, _("The note is too long: %(longest)s characters fit.") % {
            "longest": acts.LONGEST_NOTE
        }
    acts.write_note(commenter, note, by=by)
    return True, _("The note is stored.")


def _merge(commenter, address, by):
    other = find_address(address)
    if other is None:
        return False, _("Nobody wrote here with the address “%(address)s”.") % {
            "address": address.replace("\0", "").strip()
        }
    try:
        acts.merge(other, commenter, by=by)
    except MergeRefused as error:
        return False, str(error)
    return True, _("%(other)s is another address of this person now.") % {"other": other.email}


def _split(commenter, typed, by):
    is_id = typed.isascii() and typed.isdecimal() and len(typed) < 19  # noqa: PLR2004
    other = commenter.other_addresses.filter(pk=int(typed)).first() if is_id else None
    if other is None or not acts.split(other, by=by):
        return False, NOTHING_NEW
    return True, _("%(other)s is a person of its own again.") % {"other": other.email}
