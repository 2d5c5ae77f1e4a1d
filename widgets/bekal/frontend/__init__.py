"""The screen: scripts, styles, icons, page templates and their words; it knows no server."""
