"""The demo journal: its words in content/, its drawings in artwork/, and what loads them."""
