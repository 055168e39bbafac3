"""Partnerspiegel: a Dutch museum's partners held up to the region around it.

Rooms, from the ground up (a room imports only from rooms above it in this list; ``make lint`` checks that):

- ``journal``       what who manages the server reads afterwards
- ``texts``         catalogues, number forms
- ``typesetting``   PDFs from words, with their own typefaces
- ``dimensions``    the registry of what is laid beside what
- ``files``         sheets in and out, problems as messages
- ``cbs``           regional figures: live, cached or the embedded snapshot
- ``geo``           regions, catchments and boundaries
- ``partners``      the partner file
- ``workspace``     what a museum keeps
- ``mirror``        both sides compared: ``reflect(portfolio, region, settings) -> Mirror``
- ``questionnaire`` the letter, the answer form and the answers
- ``bubble``        how near, how long, how alike the partners are; whom nobody reaches
- ``plan``          conversations, steps under five principles, and the dates as a calendar
- ``sentences``     what a Mirror says, in words
- ``search``        whom to look for: the search profile, best next partners, Stel dat
- ``charts``        drawings from a Mirror or a region
- ``sections``      what a page or the report says, as data
- ``publishing``    what leaves the museum: suppressed figures, publications, links
- ``report``        PDF, HTML, XLSX and CSV
- ``access``        who may see and do what
- ``web``           plain pages for who has a link and no account
- ``cli``           the commands
- ``ui``            the only room that knows Streamlit, with ``pages/``
"""
