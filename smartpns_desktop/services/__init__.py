"""Use-cases: one class per family; they open the transactions and return frozen records, plans and Changes."""
