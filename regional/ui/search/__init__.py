"""The parts of the page Who are we looking for?"""
