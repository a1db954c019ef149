"""One module for each data set: its files in, `training.examples.Example` out."""
