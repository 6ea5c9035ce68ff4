"""Telling people what happened to their pages: on their desk, and by mail if they like.

`writing.py` tells, in the transaction of what happened; `happenings.py` knows who is to hear of
what and in which words; `people.py` who is concerned and who may still see the page.
"""
