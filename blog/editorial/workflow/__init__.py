"""The review: who writes without publishing submits, an editor approves or sends back.

Whoever may publish meets none of it. What people are told of a review stands in `notices`.
"""
