from django.contrib.auth.models import BaseUserManager
from django.db import models


class UserManager(BaseUserManager):
    """Makes and finds users by e-mail address, whatever its case."""

    def create_user(self, email, password=None, **fields):
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class AuthorQuerySet(models.QuerySet):
    def for_user(self, user):
        """The byline of a signed-in user: one row, or none."""
        return self.filter(user_id=user.pk) if user.pk else self.none()
