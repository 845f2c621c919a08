"""Windows: commands, the main window, start page, dialogs, failure."""
