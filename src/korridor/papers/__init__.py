"""What people hold: report, movement table, exports."""
