"""What a comment resembles: others, spam that was seen, and what people decided here before."""
