"""What can happen, one file for each topic. `tocsin.model.event` puts them together and is what others import."""
