"""Is this an attack, by what means, and how far did it get? Pure functions over the model."""
