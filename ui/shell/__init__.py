"""The frame around the pages: sidebar, top bar, search, status bar."""
