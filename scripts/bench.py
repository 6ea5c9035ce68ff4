"""Measures what an essay and a listing cost: queries, time to draw, and beside a static file.

python scripts/bench.py [--posts 200] [--films 10000] [--rounds 30] [--json bench.json]

Works on a database of its own that is thrown away. The machine decides the times, so compare
ratios; the counts of queries hold anywhere.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARAGRAPHS = 12
SENTENCE = "The corridor is lit from the far end, and nobody in it is in a hurry to be seen. "


def main():
    options = read_options()
    with tempfile.TemporaryDirectory(prefix="wellspring-bench-") as folder:
        os.environ.update(
            {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "blog.settings.production"}
        )
        for name in ("DATABASE_URL", "REDIS_URL", "SITE_URL", "ALLOWED_HOSTS", "TRUSTED_PROXIES"):
            os.environ.pop(name, None)
        sys.path.insert(0, str(ROOT))
        import django

        django.setup()
        paths = seed(options.posts, options.films)
        rows = measure(paths, options.rounds)
    show(rows, options)
    Path(options.json).write_text(json.dumps({**vars(options), "rows": rows}, indent=2) + "\n")


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--posts", type=int, default=200, help="essays to make")
    parser.add_argument("--films", type=int, default=10_000, help="films to make")
    parser.add_argument("--rounds", type=int, default=30, help="requests for each row")
    parser.add_argument("--json", default="bench.json", help="where the figures go")
    return parser.parse_args()


def seed(count, film_count):
    """Fill the database with essays and films; return the addresses to measure, by name."""
    from django.core.management import call_command
    from wagtail.rich_text import RichText

    from blog.accounts.models import Author
    from blog.films.models import FilmPage
    from blog.posts.models import PostPage
    from home.setup import lay_out_journal

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    journal = lay_out_journal()
    author = Author.objects.create(name="Ines Amaro", slug="ines-amaro")
    prose = [("prose", RichText(f"<p>{SENTENCE * 6}</p>"))] * PARAGRAPHS
    for number in range(count):
        post = PostPage(
            title=f"Essay {number}", standfirst=SENTENCE, author=author, body=prose, live=False
        )
        journal.journal.refresh_from_db()
        journal.journal.add_child(instance=post)
        post.save_revision().publish()
    call_command("generate_films", film_count)
    film = FilmPage.objects.published().filter(standing__is_seen=True).first()
    return {
        "essay": post.get_url(),
        "journal": "/journal/",
        "home": "/",
        "search": "/search/?q=lit",
        "films": "/films/",
        "films, filtered": "/films/?decade=1990&genre=drama&sort=rating",
        "films, mistyped": "/films/?q=harbuor",
        "films, deep": f"/films/?sort=added&page={film_count // 30}",
        "film": film.get_url(),
    }


def measure(paths, rounds):
    """Return one row of figures for each address, and one for a static file of like size."""
    from django.contrib.staticfiles.storage import staticfiles_storage
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "127.0.0.1"})
    paths = {"static file": staticfiles_storage.url("css/site.css")} | paths
    rows = []
    for name, path in paths.items():
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path)
            size = len(b"".join(response)) if response.streaming else len(response.content)
        # Counted now: the next request empties the log.
        count = len(queries)
        if response.status_code != 200:
            sys.exit(f"{path} answered {response.status_code} instead of 200.")
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            response = client.get(path)
            if response.streaming:
                b"".join(response)
            times.append((time.perf_counter() - start) * 1000)
        rows.append(
            {
                "name": name,
                "path": path,
                "bytes": size,
                "queries": count,
                "milliseconds": round(statistics.median(times), 2),
            }
        )
    for row in rows:
        row["times_static"] = round(row["milliseconds"] / rows[0]["milliseconds"], 1)
    return rows


def show(rows, options):
    print(
        f"{options.posts} essays, {options.films} films, "
        f"median of {options.rounds} requests without a page cache"
    )
    print(f"{'':16} {'queries':>8} {'ms':>8} {'× static':>9} {'KiB':>7}")
    for row in rows:
        print(
            f"{row['name']:16} {row['queries']:8} {row['milliseconds']:8.1f} "
            f"{row['times_static']:9.1f} {row['bytes'] / 1024:7.1f}"
        )
    print(f"The figures are in {options.json}.")


if __name__ == "__main__":
    main()
