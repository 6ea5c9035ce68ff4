"""The author's own rating of each film."""

from .models import PostPage


def ratings_by_film():
    """Return {film id: half stars} from the published posts; the newest rating of a film wins."""
    rated = PostPage.objects.published().rated().reverse()
    return dict(rated.values_list("film_id", "half_stars"))
