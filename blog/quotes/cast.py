"""Whether whoever is quoted from a film is among its people."""

from blog.films.models import Credit
from blog.lib.folding import fold


def _names(credit):
    """Return what somebody may be called in a film, folded: name, character, other names."""
    person = credit.person
    names = [person.name, credit.character, *person.other_names.splitlines()]
    return [folded for folded in map(fold, names) if folded]


def find_credited(film, speaker):
    """Return the Person whom `speaker`, as typed, names in the credits of `film`, or None."""
    typed = fold(speaker)
    if film is None or not typed:
        return None
    credits = Credit.objects.filter(film=film.pk).select_related("person")
    people = {credit.person for credit in credits if typed in _names(credit)}
    return people.pop() if len(people) == 1 else None


def is_missing_from_cast(quote, film):
    """Return whether `film` lists a cast, and whoever says it is not among its people.

    quote: a Quote or the value of a block. film: a FilmPage or None. "Rob" is found as "Rob
    Allbee", and "Rick" as "Richard ‘Rick’ Misener".
    """
    person, speaker = quote.get_part("person"), quote.get_part("speaker")
    if film is None or not (person or speaker):
        return False
    credits = list(Credit.objects.filter(film=film.pk).select_related("person"))
    if not any(credit.role == Credit.Role.CAST for credit in credits):
        return False
    if person is not None:
        return all(credit.person_id != person.pk for credit in credits)
    words = set(fold(speaker).split())
    return bool(words) and not any(
        words <= set(" ".join(_names(credit)).split()) for credit in credits
    )
