"""Forms: fields as rows of data, the widgets that show them, and the page around a form."""
