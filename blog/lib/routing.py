"""How an address finds its page in fewer questions."""

from wagtail.url_routing import RouteResult


class ChildRoutingMixin:
    """An index page that finds a child of its own type in one query, with what the child shows.

    Wagtail asks for the bare page first, then for its specific row, and the child asks again for
    each relation. Mix in before Page and RoutablePageMixin, and define `get_routed_children()`: the
    QuerySet of the children that most addresses below this page mean.
    """

    def route(self, request, path_components):
        if len(path_components) == 1:
            children = self.get_routed_children().child_of(self).live()
            if child := children.filter(slug=path_components[0]).first():
                child._cached_parent_obj = self
                return RouteResult(child)
        return super().route(request, path_components)


class TypedRoutingMixin:
    """A page that finds a child of any of its types in one query, where Wagtail takes two.

    Mix in before Page. The child's types are those of `subpage_types`.
    """

    def route(self, request, path_components):
        if path_components:
            names = [model._meta.model_name for model in self.allowed_subpage_models()]
            children = self.get_children().select_related(*names)
            bare = children.filter(slug=path_components[0]).first()
            for child in (getattr(bare, name, None) for name in names):
                if child is not None:
                    child._cached_parent_obj = self
                    return child.route(request, path_components[1:])
        return super().route(request, path_components)
