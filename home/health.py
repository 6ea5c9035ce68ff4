"""Whether the journal can serve: the questions behind /health/ and their answers in words."""

import tempfile

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import DatabaseError, connection

from blog.editorial.models import Heartbeat
from blog.lib.database import is_migrated

SILENT_AFTER_SECONDS = 120


def find_problems():
    """Return what keeps the journal from serving, as sentences; an empty list when nothing does."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not is_migrated():
            # The tables below may not be there yet.
            return ["The database is older than the program: run “manage.py migrate”."]
        problems = [find_silence()]
    except DatabaseError:
        return ["The database does not answer."]
    problems.append(find_unwritable_media())
    return [problem for problem in problems if problem]


def find_silence():
    """Return a sentence when the timed work has not shown itself lately, else None."""
    seconds = Heartbeat.objects.seconds_since_last()
    if seconds is None:
        return "The timed work has never run: start “manage.py serve” or “manage.py worker”."
    if seconds > SILENT_AFTER_SECONDS:
        return f"The timed work has been silent for {seconds:.0f} seconds: is a worker running?"
    return None


def find_unwritable_media():
    """Return a sentence when pictures cannot be stored on this machine's disk, else None."""
    if not isinstance(default_storage, FileSystemStorage):
        return None
    try:
        settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.MEDIA_ROOT):
            return None
    except OSError:
        return "The folder of pictures cannot be written to: see DATA_DIR."
