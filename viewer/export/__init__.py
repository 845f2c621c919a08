"""What leaves the program for a hearing: stages as pictures, a PDF and words; run sheets; the log."""
