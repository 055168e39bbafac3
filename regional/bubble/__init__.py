"""The museum's own bubble: how found, how near, how long, how alike; whom nobody reaches."""
