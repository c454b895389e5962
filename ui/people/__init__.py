"""One person on the screen: header, tabs, the forms of the histories, and the profile on paper."""
