"""What makes people and bylines."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from blog.lib.slugs import unique_slug

from .models import Author, User


def make_owner(email, password, display_name=""):
    """Return the owner, made or found: a superuser, who may do everything.

    An account that has this e-mail address becomes a superuser and keeps its password and name.
    Raises ValueError when email is no e-mail address, or password is empty for a new account.
    """
    try:
        validate_email(email)
    except ValidationError:
        raise ValueError(
            f'The owner\'s e-mail address is "{email}"; write one such as me@example.org.'
        ) from None
    owner = User.objects.filter(email__iexact=email).first()
    if owner is None:
        if not password:
            raise ValueError(f"The owner {email} needs a password.")
        return User.objects.create_superuser(email, password, display_name=display_name)
    if not (owner.is_superuser and owner.is_active):
        owner.is_superuser = owner.is_staff = owner.is_active = True
        owner.save(update_fields=["is_superuser", "is_staff", "is_active"])
    return owner


@transaction.atomic
def ensure_author(user):
    """Return the byline of `user`, made from the display name when there is none yet."""
    author = Author.objects.for_user(user).first()
    if author is None:
        # Without a display name the part before the @, never a whole address.
        name = user.display_name or user.email.partition("@")[0]
        slug = unique_slug(
            name,
            taken=lambda slug: Author.objects.filter(slug=slug).exists(),
            fallback="author",
        )
        author, _created = Author.objects.get_or_create(
            user=user, defaults={"name": name, "slug": slug}
        )
    return author
