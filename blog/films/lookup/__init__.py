"""What sources say, compared with what the library holds, and taken over field by field."""
