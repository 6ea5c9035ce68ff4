"""How each kind of notice reaches somebody who has chosen nothing, or has."""

from dataclasses import dataclass

from ..models import NoticeChoice, NoticeKind


@dataclass(frozen=True)
class Ways:
    """Whether somebody hears of something on the desk, and by mail."""

    on_desk: bool = True
    by_mail: bool = True


# What needs somebody's hand, or is the end of their waiting, comes by mail as well.
DEFAULTS = dict.fromkeys(NoticeKind, Ways()) | {
    NoticeKind.SOON: Ways(on_desk=False, by_mail=False),
    NoticeKind.REMARK: Ways(by_mail=False),
    NoticeKind.ZONE: Ways(by_mail=False),
}


def get_ways(users, kind):
    """Return {user id: Ways} in which each of `users` hears of one kind of thing."""
    chosen = NoticeChoice.objects.filter(kind=kind, user__in=users)
    return {user.pk: DEFAULTS[kind] for user in users} | {
        row.user_id: Ways(row.on_desk, row.by_mail) for row in chosen
    }


def get_ways_of(user):
    """Return {kind: Ways} for one account, every kind among them."""
    chosen = {row.kind: Ways(row.on_desk, row.by_mail) for row in user.notice_choices.all()}
    return {kind: chosen.get(kind, DEFAULTS[kind]) for kind in NoticeKind}


def choose(user, ways):
    """Store {kind: Ways} as the wishes of one account; those that are the default need no row."""
    for kind, wish in ways.items():
        if wish == DEFAULTS[kind]:
            NoticeChoice.objects.filter(user=user, kind=kind).delete()
        else:
            NoticeChoice.objects.update_or_create(
                user=user,
                kind=kind,
                defaults={"on_desk": wish.on_desk, "by_mail": wish.by_mail},
            )
