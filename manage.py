#!/usr/bin/env python
"""Django's command line for this journal. This file is kept readable for old Pythons."""

import os
import sys


def main():
    """Run one management command, with the production settings unless told otherwise."""
    if sys.version_info < (3, 11):
        version = sys.version.split()[0]
        sys.exit("This is Python %s; the journal needs Python 3.11 or newer." % version)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "blog.settings.production")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
