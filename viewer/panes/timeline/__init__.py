"""Events along time: scale and layout are arithmetic, the painter draws finished marks."""
