"""The door to the background."""
