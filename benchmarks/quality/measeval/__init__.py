"""MeasEval (SemEval-2021 task 8): claims in its layout, and a scorer of its nine parts."""
