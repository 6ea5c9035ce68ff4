"""How well the checks tell spam from comments, on labelled comments from anywhere."""
