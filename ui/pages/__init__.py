"""What the sidebar leads to: a page's behaviour in `*_page.py`, its layout in `*_view.py`."""
