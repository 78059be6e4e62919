"""What is measured: one script a figure, each beside its floor and its target."""
