"""What might become an essay of the demo one day."""

from django.core.exceptions import ValidationError

from blog.editorial.models import PostIdea

from .content import read_rows
from .pages import WRITER, in_days

KEYS = {"line", "note", "film", "quote", "post", "planned_in_days", "account"}
# The ideas come with this essay: what someone has deleted does not come back alone.
COMES_WITH = "essay:the-milkshake-again"


def keep_ideas(shelf, new_pages):
    """Keep the ideas if this run made the essay that they come with; return how many.

    new_pages: names such as "essay:the-swing".
    """
    if COMES_WITH not in new_pages:
        return 0
    rows = read_rows("ideas.toml", "idea", KEYS, {"line"}, "line")
    for row in reversed(rows):  # the first one is the newest
        _keep(row, shelf, new_pages)
    return len(rows)


def _keep(row, shelf, new_pages):
    find = {"film": shelf.film, "quote": shelf.quote, "post": shelf.page}
    # An essay that was there before may be somebody's idea already.
    names = [name for name in find if row.get(name) and (name != "post" or row[name] in new_pages)]
    try:
        chosen = {name: find[name](row[name]) for name in names}
        keeper = shelf.user(row.get("account", WRITER))
    except LookupError as error:
        row.fail("film, quote, post or account", str(error))
    days = row.get("planned_in_days")
    idea = PostIdea(
        line=row["line"],
        note=row.get("note", ""),
        planned_on=in_days(days).date() if days else None,
        created_by=keeper,
        **chosen,
    )
    try:
        idea.full_clean()
    except ValidationError as error:
        key, problems = next(iter(error.message_dict.items()))
        row.fail(key, f"cannot be kept: {problems[0]} Correct it.")
    idea.save()
