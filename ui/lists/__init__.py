"""The list that every page uses: keys first, facets, search, sort, columns, views, selection, copy."""
