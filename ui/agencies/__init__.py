"""What the page of one agency consists of: its tabs, the forms about its duties, and the page that splits it."""
