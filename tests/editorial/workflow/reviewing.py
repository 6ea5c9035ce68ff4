"""Submitting and deciding, as people do it in the admin."""

from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield


def essay_form(title, **fields):
    """Return what the form of an essay sends."""
    return nested_form_data(
        {
            "title": title,
            "slug": "",
            "body": streamfield([("prose", rich_text("<p>One line.</p>"))]),
            "comments_state": "open",
            "content_notes": streamfield([]),
        }
        | fields
    )


def send(case, user, page, action, **fields):
    """Send the form of `page` with one of its buttons; return the answer."""
    case.client.force_login(user)
    form = essay_form(fields.pop("title", page.title), slug=page.slug, **fields, **{action: "1"})
    with case.captureOnCommitCallbacks(execute=True):
        return case.client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)


def submit(case, user, page, **fields):
    """Submit `page` for review and return it anew."""
    send(case, user, page, "action-submit", **fields)
    return type(page).objects.get(pk=page.pk)


def submit_as_is(page, user):
    """Submit `page` as it stands, without a form, and return it anew."""
    page.save_revision(user=user)
    page.get_workflow().start(page, user)
    return type(page).objects.get(pk=page.pk)


def decide(case, user, page, what, remark=""):
    """Decide on a submitted page from the list of what waits; return the answer."""
    case.client.force_login(user)
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, what, state.pk])
    with case.captureOnCommitCallbacks(execute=True):
        return case.client.post(address, {"comment": remark} if remark else {})


def get_labels(case, user, address):
    """Return the words of the buttons at the foot of the editor."""
    case.client.force_login(user)
    response = case.client.get(address)
    menu = response.context["action_menu"]
    items = [menu.default_item, *menu.menu_items]
    contexts = [(item, item.get_context_data(menu.context)) for item in items]
    return [
        str(context["verb"].label if "verb" in context else context.get("label", item.label))
        for item, context in contexts
    ]
