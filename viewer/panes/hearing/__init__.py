"""The hearing list: what will be shown, in what order, under which number, with which private notes."""
