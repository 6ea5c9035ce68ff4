"""Addresses that an author typed, made fit to print in a link."""

from blog.lib.links import web_address

__all__ = ["web_address"]
