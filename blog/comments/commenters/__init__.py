"""Readers by their address: proof of it, trust in them, and what a moderator may do about them."""
