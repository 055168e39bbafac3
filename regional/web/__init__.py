"""Pages for who has a link and no account: plain HTML from routes of the app, without a socket or a session."""
