"""How the screen writes a file of its own: whole or not at all, with the refusals that everyone knows."""

from smartpns_desktop.exchange.new_files import new_file

__all__ = ["new_file"]
