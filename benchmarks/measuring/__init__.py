"""What the benchmarks share: ratios measured side by side, made-up rows, and how the outcome is told."""
