"""What a rehearsal says, on paper: advice in words and pictures, and the same as a file for programs."""
