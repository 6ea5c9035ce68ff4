"""The WSGI callable that servers load."""

import os
import sys

if sys.version_info < (3, 11):
    version = sys.version.split()[0]
    sys.exit("This is Python %s; the journal needs Python 3.11 or newer." % version)

from django.core.wsgi import get_wsgi_application  # noqa: E402

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "blog.settings.production")

application = get_wsgi_application()
