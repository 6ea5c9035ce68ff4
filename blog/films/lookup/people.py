"""The people whom a source names, as rows of ours: found where we have them, made where not."""

from django.db import IntegrityError, transaction
from django.db.models import Q

from blog.lib.folding import fold

from ..models import Person


def find_or_make_people(credits):
    """Return {CreditRecord: Person}: by a number elsewhere, then by name, else made.

    Somebody found by name takes the number, unless they have another: then it is a namesake.
    """
    people = _Known(credits)
    return {credit: people.find(credit) or people.make(credit) for credit in credits}


class _Known:
    """The people who may be meant, fetched in one query."""

    def __init__(self, credits):
        wanted = Q(sort_name__in={fold(credit.name) for credit in credits})
        for field in {field for credit in credits for field in credit.ids}:
            numbers = {credit.ids[field] for credit in credits if field in credit.ids}
            wanted |= Q(**{f"{field}__in": numbers})
        self.people = list(Person.objects.filter(wanted).order_by("pk"))

    def find(self, credit):
        for person in self.people:
            if any(getattr(person, field) == number for field, number in credit.ids.items()):
                return person
        for person in self.people:
            if _is_called(person, credit.name) and not _is_namesake(person, credit.ids):
                return self._numbered(person, credit.ids)
        return None

    def _numbered(self, person, ids):
        new = {field: number for field, number in ids.items() if not getattr(person, field)}
        for field, number in new.items():
            setattr(person, field, number)
        # update() and not save(): no film has to print a new name.
        if new:
            Person.objects.filter(pk=person.pk).update(**new)
        return person

    def make(self, credit):
        try:
            with transaction.atomic():
                person = Person.objects.create(name=credit.name, **credit.ids)
        except IntegrityError:
            # Another look-up made the same person a moment ago.
            person = Person.objects.get(**credit.ids)
        self.people.append(person)
        return person


def _is_called(person, name):
    # A name of signs alone folds to nothing, as do all others of signs.
    return fold(person.name) == fold(name) if fold(name) else person.name == name


def _is_namesake(person, ids):
    return any(getattr(person, field) not in (None, "", ids[field]) for field in ids)
