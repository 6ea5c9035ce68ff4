"""A question to begin an essay with, where the owner wants one on the desk."""

from django.utils import timezone
from wagtail.admin.ui.components import Component

from ..models import EditorialSettings
from .continue_writing import new_essay_url
from .questions import QUESTIONS


class PromptPanel(Component):
    """Another question each day, for whoever may begin an essay."""

    name = "prompt"
    template_name = "editorial/desk/prompt.html"

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        chosen = EditorialSettings.load(request_or_site=request)
        new_url = new_essay_url(request.user) if chosen.shows_prompt else ""
        question = get_question(chosen.prompts, timezone.localdate()) if new_url else ""
        return {"question": question, "new_url": new_url}


def get_question(prompts, day):
    """Return the question of `day`, a date: one of the lines of `prompts`, else one of ours."""
    own = [line.strip() for line in prompts.splitlines() if line.strip()]
    questions = own or QUESTIONS
    return questions[day.toordinal() % len(questions)]
