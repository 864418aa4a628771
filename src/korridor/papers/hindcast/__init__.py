"""A hindcast as files."""
