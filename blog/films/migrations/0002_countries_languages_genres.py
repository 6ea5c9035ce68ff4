from babel import Locale
from django.db import migrations

# CLDR's English names of what is no country: regions, unions, tests of software.
NOT_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
# Films come from countries that are no more.
FORMER = {
    "su": "Soviet Union",
    "yu": "Yugoslavia",
    "xc": "Czechoslovakia",
    "xg": "East Germany",
}
# Beside every language of two letters: those of three in which films are made and catalogued.
THREE_LETTERS = """
    ase bho ceb ckb fil gsw haw hmn inu iu kab kea kok lad lkt mai mni moh mus nan nap nds oji
    rom sat scn sco shi smn tzm vec wuu yue zxx
""".split()
GENRES = """
    Action Adventure Animation Biography Comedy Crime Documentary Drama Essay Experimental Family
    Fantasy History Horror Music Musical Mystery Romance Science-fiction Short Silent Thriller War
    Western
""".split()


def fill(apps, schema_editor):
    english = Locale("en")
    countries = {
        code.lower(): name
        for code, name in english.territories.items()
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    }
    languages = {
        code: name
        for code, name in english.languages.items()
        if len(code) == 2 or code in THREE_LETTERS
    }
    languages["zxx"] = "No dialogue"
    genres = {genre.lower(): genre.replace("-", " ") for genre in GENRES}
    for model, names in (
        ("Country", countries | FORMER),
        ("Language", languages),
        ("Genre", genres),
    ):
        rows = apps.get_model("films", model)
        rows.objects.bulk_create(rows(slug=slug, name=name) for slug, name in names.items())


class Migration(migrations.Migration):
    dependencies = [("films", "0001_initial")]

    # Backwards the rows go with their tables.
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
