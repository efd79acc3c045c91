"""Where an article begins and ends, and where a box ends: decided over the whole document."""
