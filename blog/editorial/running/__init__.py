"""The timed work: what is due, who takes it, what comes of it, and whether anybody runs it."""
