"""How it looks: theme tokens, palette, fonts, glyphs, icons."""
