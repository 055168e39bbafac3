"""Partnerspiegel: a Dutch museum's partners held up to the region around it.

Rooms, from the ground up (a room imports only from rooms above it in this list):

- ``texts``       catalogues, number forms
- ``dimensions``  the registry of what is laid beside what
- ``cbs``         regional figures: live, cached or the embedded snapshot
- ``geo``         regions, catchments, boundaries and the cartogram
- ``partners``    the partner file
- ``workspace``   what a museum keeps
- ``mirror``      both sides compared: ``reflect(portfolio, region, settings) -> Mirror``
- ``asking``      the letter, the answer form and the answers
- ``bubble``      how near, how long, how alike the partners are; whom nobody reaches
- ``talks``       with whom to talk and how
- ``plan``        steps under five principles, and the dates as a calendar
- ``sentences``   what a Mirror says, in words
- ``search``      whom to look for: the search profile, best next partners, Stel dat
- ``charts``      Plotly figures from a Mirror or a region
- ``sharing``     what leaves the museum: suppressed figures, publications, links
- ``access``      who may see and do what
- ``ui``          the only room that knows Streamlit, with ``pages/``
"""
