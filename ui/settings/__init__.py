"""The tabs of the settings: one file each."""
