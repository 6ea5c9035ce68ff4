"""An essay in the words of schema.org: a BlogPosting, and a Review where it gives stars."""

from django.utils.translation import get_language

from blog.blocks.outside import OutsideForm, outside_form
from blog.blocks.structured import faq_json_ld
from blog.lib.structured import rating_json_ld


def describe_post(post, form):
    """Return what one says of an essay elsewhere: the author's sentence, else its first words.

    form: an OutsideForm of plain words.
    """
    return post.description or outside_form(post.body, form)


def post_structures(
    post, *, address, journal_name, journal_url, picture=None, comments=None, whole=str
):
    """Return the JSON-LD of an essay, a list of dicts.

    address: of the essay, absolute. picture: {url, width, height} or None. comments: what is said
    of them, a dict or None. whole: makes a path of this site an absolute address.
    """
    film = post.published_film
    movie = film and _movie(film, whole)
    common = {
        "url": address,
        "author": _author(post, whole),
        "datePublished": post.first_published_at,
        "dateModified": post.last_published_at,
        "inLanguage": get_language(),
        "description": describe_post(post, OutsideForm.JSON_LD),
    }
    essay = {
        "@type": "BlogPosting",
        "@id": f"{address}#essay",
        "headline": post.title,
        "mainEntityOfPage": address,
        "image": picture and {"@type": "ImageObject", **picture},
        "publisher": {"@type": "Organization", "name": journal_name, "url": journal_url},
        "about": movie,
        **common,
        **(comments or {}),
    }
    return [essay, *_review(post, movie, common, address), *filter(None, [faq_json_ld(post.body)])]


def _review(post, movie, common, address):
    """Return [Review] of an essay that gives a film stars which readers may see, else []."""
    if not (movie and post.half_stars):
        return []
    review = {
        "@type": "Review",
        "@id": f"{address}#review",
        "name": post.title,
        "itemReviewed": movie,
        "reviewRating": rating_json_ld(post.half_stars),
        **common,
    }
    return [review]


def _movie(film, whole):
    directors = [{"@type": "Person", "name": name} for name in film.director_names]
    return {
        "@type": "Movie",
        "name": film.title,
        "url": whole(film.url),
        "dateCreated": str(film.year or ""),
        "director": directors,
    }


def _author(post, whole):
    url = getattr(post.author, "url", "")
    return {"@type": "Person", "name": post.byline, "url": whole(url) if url else ""}
