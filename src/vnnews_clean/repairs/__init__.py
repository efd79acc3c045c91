"""The repairs: each reads a text and says what edits would mend it. `repair.py` carries them out."""
