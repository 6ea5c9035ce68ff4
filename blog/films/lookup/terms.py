"""Our rows for the countries, languages and genres that a source names."""

from blog.lib.folding import fold

from ..models import Country, Genre, Language

# How sources call what our rows, from Unicode's CLDR, call otherwise.
OTHER_COUNTRY_NAMES = {
    "united states of america": "us",
    "peoples republic of china": "cn",
    "czech republic": "cz",
    "czechoslovak socialist republic": "xc",
    "turkey": "tr",
    "hong kong": "hk",
    "british hong kong": "hk",
    "macau": "mo",
    "republic of ireland": "ie",
    "kingdom of the netherlands": "nl",
    "kingdom of denmark": "dk",
    "west germany": "de",
    "weimar republic": "de",
    "nazi germany": "de",
    "german democratic republic": "xg",
    "socialist federal republic of yugoslavia": "yu",
    "kingdom of italy": "it",
    "empire of japan": "jp",
    "russian empire": "ru",
    "republic of korea": "kr",
    "ivory coast": "ci",
    "democratic republic of the congo": "cd",
    "state of palestine": "ps",
    "palestine": "ps",
    "bosnia and herzegovina": "ba",
    "myanmar": "mm",
}
OTHER_LANGUAGE_NAMES = {
    "cn": "yue",
    "xx": "zxx",
    "mandarin": "zh",
    "mandarin chinese": "zh",
    "standard chinese": "zh",
    "standard mandarin": "zh",
    "modern greek": "el",
    "farsi": "fa",
    "flemish": "nl",
    "castilian": "es",
    "no language": "zxx",
}


def find_countries(terms):
    """Return the Countries that Terms mean, in their order; what we have no row for is left out."""
    return _find(Country, terms, OTHER_COUNTRY_NAMES)


def find_languages(terms):
    """Return the Languages that Terms mean, in their order."""
    return _find(Language, terms, OTHER_LANGUAGE_NAMES)


def find_genres(names):
    """Return Genres by name: those that are there, and unsaved ones for names that are new."""
    rows = {fold(row.name): row for row in Genre.objects.all()}
    return list({fold(name): rows.get(fold(name)) or Genre(name=name) for name in names}.values())


def _find(model, terms, other_names):
    if not terms:
        return []
    rows = list(model.objects.all())
    by_slug = {row.slug: row for row in rows}
    by_name = {fold(row.name): row for row in rows}

    def find(term):
        code, name = term.code.lower(), fold(term.name)
        slug = other_names.get(code, code) or other_names.get(name, "")
        return by_slug.get(slug) or by_name.get(name) or by_slug.get(other_names.get(name, ""))

    return list(dict.fromkeys(filter(None, map(find, terms))))
