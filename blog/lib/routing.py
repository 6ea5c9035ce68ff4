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
