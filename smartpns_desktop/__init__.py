"""What SmartPNS does and means, in plain Python: services over exchange over domain."""

__version__ = "0.1.0"
