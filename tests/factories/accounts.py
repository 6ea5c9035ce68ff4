"""The smallest valid people and bylines."""

import factory
from django.contrib.auth.models import Group

from blog.accounts.models import Author, User

PASSWORD = "a chair drawn in amber"


class UserFactory(factory.django.DjangoModelFactory):
    """A user who signs in with PASSWORD; `groups=["Editor"]` puts them there, by name."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence("person{}@example.org".format)
    display_name = factory.Sequence("Person {}".format)

    @classmethod
    def _create(cls, model_class, *args, password=PASSWORD, **fields):
        return model_class.objects.create_user(*args, password=password, **fields)

    @factory.post_generation
    def groups(self, create, names, **kwargs):
        if names:
            self.groups.set([Group.objects.get(name=name) for name in names])


class AuthorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Author

    name = factory.Sequence("Author {}".format)
    slug = factory.Sequence("author-{}".format)
