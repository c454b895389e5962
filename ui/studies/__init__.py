"""Parts of the page of study needs: words and signs of its states, and the agencies with their plans."""
