"""One module per family of golden files; see ../golden.py."""
