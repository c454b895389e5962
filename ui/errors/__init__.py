"""Two roads for errors: a calm sentence for what is known, one report for everything else."""
