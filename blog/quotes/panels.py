"""What the admin says about quotations: on its first page, and over the editor of one."""

from django.utils import timezone
from wagtail.admin.panels import HelpPanel
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from blog.films.links import essay_address

from .daily import quote_of_the_day_for
from .models import Quote
from .usage import pages_using


class QuoteOfTheDayPanel(Component):
    """One of the author's own quotations, another one each day, and an essay to start from it."""

    name = "quote-of-the-day"
    template_name = "quotes/admin/day_panel.html"
    order = 70

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        quote = quote_of_the_day_for(user, timezone.localdate())
        return {
            "quote": quote,
            "is_own": quote is not None and quote.owner_id == user.pk,
            "start_url": essay_address(quote=quote.pk) if quote else "",
            "may_change": policy_registry.get_by_type(Quote).user_has_permission(user, "change"),
        }


class UsagePanel(HelpPanel):
    """In how many pages a saved quotation stands: what is changed here changes in all of them."""

    def __init__(self, **kwargs):
        super().__init__(**{"template": "quotes/admin/usage.html", **kwargs})

    class BoundPanel(HelpPanel.BoundPanel):
        def get_context_data(self, parent_context=None):
            pages = list(pages_using(self.instance)) if self.instance.pk else []
            return {**super().get_context_data(parent_context), "pages": pages}
