"""PDF: glyphs on pages back to lines, columns and paragraphs of logical text."""
