"""The small parts every page is put together from; they know the theme and nothing of the data."""
