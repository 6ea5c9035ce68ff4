"""Word rules in and out as a file. Django's CSRF token guards what comes in."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET
from wagtail.admin import messages

from blog.lib.http import see_other

from ..models import WordRule
from .permissions import MODERATE
from .sheets import ADDED, CHANGED, REFUSED, SAME, SheetError, read_rules, store_rules, write_rules

LIST = "wagtailsnippets_comments_wordrule:list"
LARGEST_FILE = 300_000  # bytes


class SheetForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("A CSV file"), required=False)
    text = forms.CharField(
        label=gettext_lazy("Or lines, pasted or typed"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy(
            "A word on each line holds comments with it. With more columns: kind (word, host or "
            "pattern), words, action (hold or reject), in use (yes or no), note."
        ),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST_FILE:
            raise forms.ValidationError(_("This file is too large to be a list of rules."))
        try:
            return file.read().decode("utf-8-sig") if file else ""
        except UnicodeDecodeError:
            raise forms.ValidationError(
                _("This is no text in UTF-8. Save it as “CSV UTF-8”, then send it again.")
            ) from None

    def clean(self):
        cleaned = super().clean()
        cleaned["lines"] = []
        words = (cleaned.get("file") or cleaned.get("text") or "").replace("\0", "")
        if not self.errors and not words.strip():
            self.add_error("text", _("Choose a file or write a line first."))
        elif len(words) > LARGEST_FILE:
            self.add_error("text", _("This is too long to be a list of rules."))
        elif not self.errors:
            try:
                cleaned["lines"] = read_rules(words)
            except SheetError as error:
                self.add_error("text", str(error))
        self.words = words
        return cleaned


@require_GET
def export_rules(request):
    """Send all rules as a CSV file."""
    _refuse_others(request)
    text = "\ufeff" + write_rules(WordRule.objects.all())  # spreadsheets know UTF-8 by the mark
    headers = {"Content-Disposition": 'attachment; filename="word-rules.csv"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


def import_rules(request):
    """Show what a list would add, change and refuse; then do it."""
    _refuse_others(request)
    is_sent = request.method == "POST"
    form = SheetForm(request.POST, request.FILES) if is_sent else SheetForm()
    lines = form.cleaned_data["lines"] if form.is_valid() else []
    if lines and request.POST.get("action") == "store":
        number = store_rules(lines)
        done = ngettext("%(number)s rule stored.", "%(number)s rules stored.", number)
        messages.success(request, done % {"number": number})
        lines = [line for line in lines if line.outcome == REFUSED]
        if not lines:
            return see_other(reverse(LIST))
        words = "\n".join(line.text for line in lines)
    else:
        words = getattr(form, "words", "")
    status = 422 if form.errors else 200
    context = {
        # A chosen file becomes text, so that the second button sends what was shown.
        "form": SheetForm(initial={"text": words}),
        "errors": [error for errors in form.errors.values() for error in errors],
        "lines": lines,
        "counts": {
            outcome: sum(line.outcome == outcome for line in lines)
            for outcome in (ADDED, CHANGED, SAME, REFUSED)
        },
        "list_url": reverse(LIST),
        "header_title": _("Import word rules"),
        "header_icon": "upload",
        "breadcrumbs_items": [
            {"url": reverse(LIST), "label": _("Word rules")},
            {"url": "", "label": _("Import")},
        ],
    }
    return TemplateResponse(
        request, "comments/admin/word_rules/import.html", context, status=status
    )


def _refuse_others(request):
    if not request.user.has_perm(MODERATE):
        raise PermissionDenied
