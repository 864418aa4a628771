"""Who says a figure: the whole chain, first speaker first (S3)."""
