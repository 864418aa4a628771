"""Where runs are carried out: on this machine's cores, or on a cluster; the same numbers either way."""
