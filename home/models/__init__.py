"""The site shell: its own pages, its settings and menus."""

from .pages import HomePage, StandardPage
from .site import FooterMenuItem, MainMenuItem, SiteSettings, SocialLink

__all__ = [
    "FooterMenuItem",
    "HomePage",
    "MainMenuItem",
    "SiteSettings",
    "SocialLink",
    "StandardPage",
]
