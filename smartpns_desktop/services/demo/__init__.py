"""The invented city of Nusa Jaya: an empty store filled with people, posts and trainings that exist nowhere."""
