from wagtail import hooks

from .avif import FastFormatOperation


@hooks.register("register_image_operations", order=100)
def encode_avif_fast():
    """After Wagtail's own, whose "format" it replaces."""
    return [("format", FastFormatOperation)]
