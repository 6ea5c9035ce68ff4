"""What the film blocks know about the films that an author chose."""

from wagtail import blocks

from blog.blocks.visibility import is_public


class FilmValue(blocks.StructValue):
    """A chosen film, as far as readers may see it."""

    @property
    def published_film(self):
        """The FilmPage, or None while it is a draft, private or gone."""
        film = self.get("film")
        return film if is_public(film) else None


class FilmListValue(blocks.StructValue):
    @property
    def rows(self):
        """The rows whose film readers may see, each with `published_film` and `reason`."""
        return [row for row in self.get("films") or () if row.published_film]
