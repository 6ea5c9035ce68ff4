"""The drawings of the demo journal, as functions that compose SVG."""
