"""Where the desk hangs in Wagtail's admin, one module a topic; importing them registers them."""
from . import calendar  # noqa: F401
from . import desk  # noqa: F401
from . import ideas  # noqa: F401
from . import previews  # noqa: F401
from . import running  # noqa: F401
