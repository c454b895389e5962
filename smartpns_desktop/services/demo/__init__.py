"""The invented city of Nusa Jaya: an empty store filled with people, posts and trainings that exist nowhere."""

from smartpns_desktop.services.demo.service import REFERENCE_DAY, DemoResult, DemoService

__all__ = ["REFERENCE_DAY", "DemoResult", "DemoService"]
