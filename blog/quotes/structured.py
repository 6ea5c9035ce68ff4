"""A quotation as search engines read it."""


def quotation_json_ld(quote, *, address, image, themes, request):
    """Return the fields of a schema.org Quotation, a dict; address and image are absolute."""
    film = quote.published_film
    spoken_by = {"@type": "Person", "name": quote.who}
    return {
        "@type": "Quotation",
        "text": quote.plain_text,
        "url": address,
        "image": image,
        "inLanguage": quote.language,
        "spokenByCharacter": spoken_by if film else None,
        "creator": None if film else spoken_by,
        "isPartOf": _work(quote, film, request),
        "citation": quote.cite_url,
        "keywords": [theme.name for theme in themes],
        "datePublished": quote.created_at,
    }


def _work(quote, film, request):
    if film:
        return {
            "@type": "Movie",
            "name": film.title,
            "dateCreated": film.year and str(film.year),
            "url": film.get_full_url(request),
        }
    if book := quote.book:
        authors = [{"@type": "Person", "name": name} for name in book.author_names]
        return {"@type": "Book", "name": book.title, "author": authors, "url": book.url}
    if quote.is_from_work:
        return {"@type": "CreativeWork", "name": quote.other_source}
    return None
