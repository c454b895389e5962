"""The parts of the page of people who were recorded twice."""
