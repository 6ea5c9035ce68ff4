"""Where the calendar hangs in Wagtail's admin."""

from wagtail import hooks

from ..calendar import history


@hooks.register("register_log_actions")
def register_what_is_moved_in_time(actions):
    history.register(actions)
