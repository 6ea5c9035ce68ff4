"""A film and a person in the words of schema.org."""

from blog.comments.takes import aggregate_rating

from ..external_ids import IMDB_PERSON, WIKIDATA


def movie_json_ld(film, *, address, credits, terms, picture="", comments=None, whole):
    """Return the JSON-LD of a film's page.

    address: of the page, absolute. credits: FilmCredits. terms: of `get_terms`. picture: address
    of the poster, absolute, or "". comments: what is said of them, a dict or None. whole: gives the
    absolute address of a Person's page.
    """
    people = {rows[0].role: rows for _role, rows in credits.crew}
    return {
        "@type": "Movie",
        "@id": f"{address}#film",
        "url": address,
        "name": film.title,
        "alternateName": list(
            dict.fromkeys(filter(None, [film.original_title, *film.other_titles]))
        ),
        "image": picture,
        "description": film.synopsis or film.tagline,
        "dateCreated": str(film.year or ""),
        "duration": f"PT{film.runtime_minutes}M" if film.runtime_minutes else None,
        "countryOfOrigin": [{"@type": "Country", "name": t.local_name} for t in terms["countries"]],
        "inLanguage": [term.code for term in terms["languages"]],
        "genre": [term.local_name for term in terms["genres"]],
        "director": _people(people.get("director"), whole) or _named(film.director_names),
        "author": _people(people.get("writer"), whole),
        "musicBy": _people(people.get("composer"), whole),
        "actor": _people(credits.cast, whole),
        "productionCompany": {"@type": "Organization", "name": film.company},
        "sameAs": [url for _place, url in film.external_links],
        "aggregateRating": aggregate_rating(film),
        **(comments or {}),
    }


def person_json_ld(person, *, address, picture=""):
    """Return the JSON-LD of a person's page."""
    places = ((IMDB_PERSON, person.imdb_id), (WIKIDATA, person.wikidata_id))
    return {
        "@type": "Person",
        "@id": f"{address}#person",
        "url": address,
        "name": person.name,
        "alternateName": _lines(person.other_names),
        "description": person.about,
        "image": picture,
        "sameAs": [place.url(number) for place, number in places if number],
    }


def _people(credits, whole):
    return [
        {"@type": "Person", "name": credit.person.name, "url": whole(credit.person)}
        for credit in credits or ()
    ]


def _lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def _named(names):
    return [{"@type": "Person", "name": name} for name in names]
