"""Wagtail's views of a page's editor, with a button that says what it will do."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.views.pages import create, edit, revisions

from .confirming import confirm, tell_of_review
from .menu import VerbMenu, get_go_live_at
from .promise import keeps_promise
from .schedule import PageSchedule
from .side_panel import with_schedule
from .verb import publish_verb
from .wording import standing_in_words

SAVED_ELSEWHERE = gettext_lazy(
    "Saved as the newest draft, but neither published, scheduled nor decided: the page was saved "
    "elsewhere since you opened it here. Compare both versions under History, then press the "
    "button again."
)


class VerbMixin:
    """What the views of a page's editor have in common."""

    partials_template_name = "editorial/editing/edit_partials.html"
    after_hook = "after_edit_page"
    # For when the page was scheduled before it was published now; aware.
    dropped_at = None

    @property
    def zone(self):
        """The ZoneInfo in which dates are named: the one chosen in the form, else one's own."""
        form = getattr(self, "form", None)
        return getattr(form, "zone", None) or timezone.get_current_timezone()

    @property
    def was_saved_elsewhere(self):
        """Whether the newest draft is another than the one that the person has before them."""
        return getattr(self, "is_out_of_date", False)

    def publish_action(self):
        """Publish or schedule, all of it or nothing; a broken promise saves alone."""
        page = self.form.instance
        if not keeps_promise(self.request.POST["action-publish"], page):
            return self.save_instead(self.get_promise_words(page))
        if self.was_saved_elsewhere:
            return self.save_instead(SAVED_ELSEWHERE)
        if get_go_live_at(page) is None:
            page.go_live_at = None  # its time has come, and the form would keep it for ever
        self.dropped_at = PageSchedule.of(page).scheduled_at
        with transaction.atomic():
            return super().publish_action()

    def perform_workflow_action(self):
        """Approve or send back what the person has read, and nothing that came after it."""
        if self.was_saved_elsewhere:
            return self.save_instead(SAVED_ELSEWHERE)
        return super().perform_workflow_action()

    def save_instead(self, why):
        """Keep the draft, and say why nothing more was done."""
        messages.warning(self.request, why)
        return self.save_action()

    def get_promise_words(self, page):
        """Return that the button meant something else when it was pressed."""
        verb = publish_verb(page, get_go_live_at(page), self.zone)
        text = _(
            "Saved, but neither published nor scheduled: the dates are not those that the button "
            "named. Now it says “%(label)s”."
        )
        return text % {"label": verb.label}

    def run_hook(self, hook_name, *args, **kwargs):
        response = super().run_hook(hook_name, *args, **kwargs)
        if response is None and hook_name == "after_publish_page":
            # In place of Wagtail's own message, which names neither date nor zone.
            confirm(self.request, self.page, self.zone, self.dropped_at)
            return self.run_hook(self.after_hook, self.request, self.page) or self.redirect_away()
        return response

    def add_save_confirmation_message(self):
        if self.action_name == "perform_workflow_action" and tell_of_review(
            self.request, self.page, self.zone
        ):
            return
        super().add_save_confirmation_message()

    def get_side_panels(self):
        return with_schedule(super().get_side_panels(), PageSchedule.of(self.page), self.zone)

    def get_menu(self, view, **context):
        return VerbMenu(request=self.request, view=view, schedule_zone=self.zone, **context)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.request.method == "POST" and self.was_saved_elsewhere:
            # Shown again for a fault in it, it is as old as before.
            context["loaded_revision_created_at"] = ""
        return context | {
            "verbs": context["action_menu"].get_verbs(),
            "zone": self.zone,
            "standing": standing_in_words(PageSchedule.of(self.page), self.zone),
        }


class EditView(VerbMixin, edit.EditView):
    def get_template_names(self):
        if self.page.alias_of_id or self.hydrate_create_view:
            return super().get_template_names()
        return ["editorial/editing/edit.html"]

    def get_action_menu(self):
        lock = {"lock": self.lock, "locked_for_user": self.locked_for_user}
        return self.get_menu("edit", page=self.page, **lock)


class RevertView(VerbMixin, revisions.RevisionsRevertView):
    get_template_names = EditView.get_template_names

    def get_action_menu(self):
        lock = {"lock": self.lock, "locked_for_user": self.locked_for_user}
        return self.get_menu("revisions_revert", is_revision=True, page=self.page, **lock)


class BeginMixin:
    """Wagtail's view of a page that is begun builds its menu without the page."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        menu = self.get_menu(
            "create",
            new_page=self.page,
            parent_page=self.parent_page,
            lock=None,
            locked_for_user=False,
        )
        return context | {"action_menu": menu, "media": context["media"] + menu.media}


class CreateView(VerbMixin, BeginMixin, create.CreateView):
    template_name = "editorial/editing/create.html"
    after_hook = "after_create_page"
