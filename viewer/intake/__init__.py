"""The way in: a path becomes a case one can ask, without the sender's bytes being opened by anything of ours."""
