"""How the window looks: colours, type, icons and the style sheet, all made from one set of tokens."""
