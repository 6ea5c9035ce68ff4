#!/usr/bin/env python
"""Django's command line for this journal."""

import os
import sys


def main():
    """Run one management command, with the production settings unless told otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "blog.settings.production")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
