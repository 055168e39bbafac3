"""From a place as somebody wrote it to a municipality, a country, or a question between namesakes.

>>> match("Capelle a/d IJssel").code, match("Beek (gem. Berg en Dal)").code, match("6411 CR").code
('GM0502', 'GM1945', 'GM0917')
>>> match("Mechelen").options, match("Mechelen", country="Nederland").code
(('BE', 'GM1729'), 'GM1729')
"""

from regional.partners.places.areas import municipality_names
from regional.partners.places.countries import country_code
from regional.partners.places.gazetteer import How
from regional.partners.places.match import Match, is_municipality, match
from regional.partners.places.near import near
from regional.partners.places.workarea import PARKSTAD, work_area

__all__ = ["PARKSTAD", "How", "Match", "country_code", "is_municipality", "match", "municipality_names", "near",
           "work_area"]  # fmt: skip
