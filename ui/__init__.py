"""What SmartPNS looks like: screens that ask the services and never the store."""
