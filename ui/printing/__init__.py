"""Lists on paper and in PDF, painted page by page."""
