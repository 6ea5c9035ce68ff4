"""A small journal with its timed work running, and what happens in it meanwhile."""

import contextlib
from types import SimpleNamespace

from .servers import free_port, manage, serve

EDITOR, PASSWORD = "editor@example.org", "lantern-well-41"
SEED = f"""
from blog.accounts.models import User
from django.contrib.auth.models import Group
from home.setup import lay_out_journal
from tests.factories.posts import make_post
pages = lay_out_journal()
make_post(pages.journal, "On chairs", slug="on-chairs", standfirst="Who sits in them.")
editor = User.objects.create_user("{EDITOR}", "{PASSWORD}", display_name="Ada")
editor.groups.add(Group.objects.get(name="Editor"))
"""
# The minute that was chosen has come: nobody wants to wait for it here.
COME = """
from django.utils import timezone
from wagtail.models import Revision
now = timezone.now().replace(microsecond=0)
for revision in Revision.objects.filter(approved_go_live_at__gt=now, object_str="{title}"):
    content = revision.content | {{"go_live_at": now.isoformat()}} | {changes}
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=now, content=content)
    print("COME")
"""


@contextlib.contextmanager
def open_journal(folder, lay_out):
    """Serve a journal with an essay and an editor: .address, .come(title, **changes)."""
    place = {"data_dir": folder, "port": free_port()}

    def run(code):
        return manage("shell", "--no-imports", "-c", code, **place)

    def come(title, **changes):
        """Let the time of what is scheduled under `title` be now, with `changes` in its words."""
        assert "COME" in run(COME.format(title=title, changes=changes)), f"{title}: no schedule"

    lay_out(folder)
    run(SEED)
    with serve("--workers", "1", **place) as (address, _said):
        yield SimpleNamespace(address=address, run=run, come=come)
