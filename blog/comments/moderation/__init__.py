"""The moderators' work: one queue, one page for each comment, and what can be decided there."""
