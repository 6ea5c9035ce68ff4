"""Names of countries, languages and sums of money in the language in force, from Unicode's CLDR."""

from babel import Locale, UnknownLocaleError, numbers
from django.utils.translation import get_language, gettext_lazy, to_locale

# Films come from countries that are no more; CLDR names only those that stand.
FORMER_COUNTRIES = {
    "SU": gettext_lazy("Soviet Union"),
    "YU": gettext_lazy("Yugoslavia"),
    "XC": gettext_lazy("Czechoslovakia"),
    "XG": gettext_lazy("East Germany"),
}


def current_locale():
    """Return Babel's Locale for the language in force, English where Babel knows none."""
    try:
        return Locale.parse(to_locale(get_language() or "en"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def country_name(code):
    """Return the name of a country by its ISO 3166 code, "SE"; the code itself when unknown."""
    return str(FORMER_COUNTRIES.get(code) or current_locale().territories.get(code, code))


def language_name(code):
    """Return the name of a language by its ISO 639 code, "sv"; the code itself when unknown."""
    return current_locale().languages.get(code, code)


def currency_choices():
    """Return [("EUR", "EUR – Euro")…], sorted by code: every currency that some country uses."""
    tender = {
        code
        for country in current_locale().territories
        for code in numbers.get_territory_currencies(country)
    }
    return [(code, f"{code} – {numbers.get_currency_name(code)}") for code in sorted(tender)]


def money(amount, currency):
    """Return an amount as the language in force prints it: "$5,853", "20.554 €".

    amount: a number in whole units. currency: an ISO 4217 code.
    """
    locale = current_locale()
    # Box office is told in whole units: cents only where they were written.
    pattern = locale.currency_formats["standard"].pattern.replace("0.00", "0.##")
    return numbers.format_currency(
        amount, currency, format=pattern, locale=locale, currency_digits=False
    )
