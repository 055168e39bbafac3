"""The plan: steps under five principles, how far each is by the data, and the dates as a calendar."""
