"""JSON for machines: what the pages show, under the same walls."""
