BEGIN TRANSACTION;
CREATE TABLE actions (
	title TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	due DATE, 
	done_on DATE, 
	principle TEXT NOT NULL, 
	goal_id VARCHAR(64), 
	partner_id VARCHAR(64), 
	evidence TEXT NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_actions PRIMARY KEY (id)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE benchmarks (
	name TEXT NOT NULL, 
	dimension TEXT NOT NULL, 
	shares JSON NOT NULL, 
	source TEXT NOT NULL, 
	year INTEGER, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_benchmarks PRIMARY KEY (id)
);
CREATE TABLE contents (
	content VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	"row" VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_contents PRIMARY KEY (content, position), 
	CONSTRAINT fk_contents_row_partner_rows FOREIGN KEY("row") REFERENCES partner_rows (digest)
);
INSERT INTO "contents" VALUES('a567f7667d92a51734dc1a22c3e8dc9d732c429eafe96b58846ef1e0922ca301',0,'e653cd1da0cffb722326f37363f3de831d50a513bda549ee2fef25dbb3204ba6');
CREATE TABLE conversations (
	partner_id VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	stage VARCHAR(16) NOT NULL, 
	fit VARCHAR(16) NOT NULL, 
	notes TEXT NOT NULL, 
	who_decides TEXT NOT NULL, 
	work_paid VARCHAR(16) NOT NULL, 
	brings_us TEXT NOT NULL, 
	brings_them TEXT NOT NULL, 
	next_step TEXT NOT NULL, 
	next_on DATE, 
	owner TEXT NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_conversations PRIMARY KEY (id)
);
CREATE TABLE facts (
	"key" VARCHAR(64) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_facts PRIMARY KEY ("key")
);
INSERT INTO "facts" VALUES('salt','81466810ca111ffc32cb29f3089759c8');
INSERT INTO "facts" VALUES('clean_up','done');
CREATE TABLE goals (
	title TEXT NOT NULL, 
	dimension TEXT NOT NULL, 
	"group" TEXT NOT NULL, 
	need_id VARCHAR(64), 
	now TEXT NOT NULL, 
	wanted TEXT NOT NULL, 
	needed TEXT NOT NULL, 
	target DOUBLE, 
	unit VARCHAR(16) NOT NULL, 
	year INTEGER, 
	owner TEXT NOT NULL, 
	due DATE, 
	explanation TEXT NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_goals PRIMARY KEY (id)
);
CREATE TABLE museum (
	name TEXT NOT NULL, 
	municipality TEXT NOT NULL, 
	vision TEXT NOT NULL, 
	low_ratio DOUBLE NOT NULL, 
	high_ratio DOUBLE NOT NULL, 
	alpha DOUBLE NOT NULL, 
	min_known INTEGER NOT NULL, 
	max_unknown DOUBLE NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_museum PRIMARY KEY (id)
);
CREATE TABLE partner_rows (
	digest VARCHAR(64) NOT NULL, 
	partner_id VARCHAR(64) NOT NULL, 
	cells JSON NOT NULL, 
	CONSTRAINT pk_partner_rows PRIMARY KEY (digest)
);
INSERT INTO "partner_rows" VALUES('e653cd1da0cffb722326f37363f3de831d50a513bda549ee2fef25dbb3204ba6','066127ee838c995a4882ee66ff4d3a1c','{"naam": "De Kring", "plaats": "Kerkrade", "gemeente": "GM0928", "soort": "content", "status": "active"}');
CREATE TABLE publications (
	token_hash TEXT NOT NULL, 
	title TEXT NOT NULL, 
	payload JSON NOT NULL, 
	annex JSON NOT NULL, 
	created_on DATE NOT NULL, 
	expires_on DATE, 
	withdrawn_at DATETIME, 
	visits INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_publications PRIMARY KEY (id), 
	CONSTRAINT uq_publications_token_hash UNIQUE (token_hash)
);
INSERT INTO "publications" VALUES('abababababababababababababababababababababababababababababababab','Onze partners','{"schema": "partnerspiegel.shared/1", "publication": {"schema": "partnerspiegel.publication/1", "frame": {"title": "Onze partners", "period": "2026", "explanation": "Toelichting", "meeting": "2026-12-01", "goals": [{"text": "Meer jongeren bereiken", "owner": "directeur", "target": "5 partners", "year": 2027}], "points": [{"text": "De doelen", "purpose": "decide"}]}, "made": "2026-11-24", "region": "Parkstad Limburg", "n": 62, "basis": {"nl": "gebaseerd op 6 van 62 partners", "en": "based on 6 of 62 partners"}, "themes": [{"id": "location", "title": {"nl": "Plaats", "en": "Place"}, "sentence": {"nl": "Meer, maar dat kan toeval zijn: Kerkrade.", "en": "More, but that may be chance: Kerkrade."}, "basis": {"nl": "gebaseerd op 43 van 62 partners", "en": "based on 43 of 62 partners"}, "n_known": 43, "rows": [{"id": "GM0917", "label": {"nl": "Heerlen", "en": "Heerlen"}, "shown": "shown", "region_share": 0.34, "count": 17, "share": 0.4, "state": "in_line", "state_words": {"nl": "Geen duidelijk verschil", "en": "No clear difference"}}, {"id": "GM0928", "label": {"nl": "Kerkrade", "en": "Kerkrade"}, "shown": "shown", "region_share": 0.18, "count": 14, "share": 0.33, "state": "possibly_more", "state_words": {"nl": "Meer, maar dat kan toeval zijn", "en": "More, but that may be chance"}}, {"id": "other", "label": {"nl": "Andere groepen samen", "en": "Other groups together"}, "shown": "shown", "region_share": 0.48, "count": 12, "share": 0.28, "state": null, "state_words": null}], "source": "85984NED", "year": 2024}, {"id": "urbanity", "title": {"nl": "Stad en platteland", "en": "City and countryside"}, "sentence": {"nl": "Kleine groepen laten we niet apart zien.", "en": "Small groups are not shown apart."}, "basis": {"nl": "gebaseerd op 43 van 62 partners", "en": "based on 43 of 62 partners"}, "n_known": 43, "rows": [{"id": "2", "label": {"nl": "Sterk stedelijk (1.500 tot 2.500)", "en": "Strongly urban (1,500 to 2,500)"}, "shown": "shown", "region_share": 0.63, "count": 35, "share": 0.81, "state": "possibly_more", "state_words": {"nl": "Meer, maar dat kan toeval zijn", "en": "More, but that may be chance"}}, {"id": "other", "label": {"nl": "Andere groepen samen", "en": "Other groups together"}, "shown": "shown", "region_share": 0.37, "count": 8, "share": 0.19, "state": null, "state_words": null}], "source": "85984NED", "year": 2024}, {"id": "age", "title": {"nl": "Leeftijd", "en": "Age"}, "sentence": {"nl": "Nog te weinig bekend om te vergelijken.", "en": "Too little known so far to compare."}, "basis": {"nl": "gebaseerd op 11 van 62 partners", "en": "based on 11 of 62 partners"}, "n_known": 11, "rows": [{"id": "0-15", "label": {"nl": "0 tot 15 jaar", "en": "0 to 15 years"}, "shown": "shown", "region_share": 0.13, "count": null, "share": 0.23, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "15-25", "label": {"nl": "15 tot 25 jaar", "en": "15 to 25 years"}, "shown": "shown", "region_share": 0.09, "count": null, "share": 0.28, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "25-45", "label": {"nl": "25 tot 45 jaar", "en": "25 to 45 years"}, "shown": "shown", "region_share": 0.23, "count": null, "share": 0.12, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "45-65", "label": {"nl": "45 tot 65 jaar", "en": "45 to 65 years"}, "shown": "shown", "region_share": 0.29, "count": null, "share": 0.12, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "65+", "label": {"nl": "65 jaar of ouder", "en": "65 years or older"}, "shown": "shown", "region_share": 0.26, "count": null, "share": 0.24, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}], "source": "85984NED", "year": 2024}, {"id": "sex", "title": {"nl": "Vrouwen en mannen", "en": "Women and men"}, "sentence": {"nl": "Nog te weinig bekend om te vergelijken.", "en": "Too little known so far to compare."}, "basis": {"nl": "gebaseerd op 11 van 62 partners", "en": "based on 11 of 62 partners"}, "n_known": 11, "rows": [{"id": "women", "label": {"nl": "Vrouwen", "en": "Women"}, "shown": "shown", "region_share": 0.5, "count": null, "share": 0.51, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "men", "label": {"nl": "Mannen", "en": "Men"}, "shown": "shown", "region_share": 0.5, "count": null, "share": 0.49, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}], "source": "85984NED", "year": 2024}, {"id": "education", "title": {"nl": "Opleiding", "en": "Education"}, "sentence": {"nl": "Nog te weinig bekend om te vergelijken.", "en": "Too little known so far to compare."}, "basis": {"nl": "gebaseerd op 6 van 62 partners", "en": "based on 6 of 62 partners"}, "n_known": 6, "rows": [{"id": "basis_vmbo_mbo1", "label": {"nl": "Basisonderwijs, vmbo, mbo 1", "en": "Primary school, vmbo or mbo 1"}, "shown": "shown", "region_share": 0.33, "count": null, "share": 0.34, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "havo_vwo_mbo24", "label": {"nl": "Havo, vwo, mbo 2\u20134", "en": "Havo, vwo or mbo 2\u20134"}, "shown": "shown", "region_share": 0.44, "count": null, "share": 0.39, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "hbo_wo", "label": {"nl": "Hbo, wo", "en": "Hbo or university"}, "shown": "shown", "region_share": 0.24, "count": null, "share": 0.27, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}], "source": "85039NED", "year": 2021}, {"id": "income", "title": {"nl": "Inkomen", "en": "Income"}, "sentence": {"nl": "Te weinig partners hebben dit beantwoord. Daarom laten we het niet zien.", "en": "Too few partners have answered to show this."}, "basis": {"nl": "Van de 62 partners weten we dit van te weinig om te laten zien.", "en": "Of our 62 partners, too few have answered to show this."}, "n_known": null, "rows": [], "source": "85039NED", "year": 2021}, {"id": "sector", "title": {"nl": "Sector", "en": "Sector"}, "sentence": {"nl": "Geen duidelijk verschil. Nog te weinig bekend over: landbouw, bosbouw en visserij; financi\u00eble diensten, onroerend goed; 2 andere.", "en": "No clear difference. Too little is known so far about: agriculture, forestry and fishing; finance and real estate; 2 others."}, "basis": {"nl": "gebaseerd op 15 van 62 partners", "en": "based on 15 of 62 partners"}, "n_known": 15, "rows": [{"id": "A", "label": {"nl": "Landbouw, bosbouw en visserij", "en": "Agriculture, forestry and fishing"}, "shown": "shown", "region_share": 0.02, "count": 0, "share": 0.0, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "K-L", "label": {"nl": "Financi\u00eble diensten, onroerend goed", "en": "Finance and real estate"}, "shown": "shown", "region_share": 0.04, "count": 0, "share": 0.0, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "M-N", "label": {"nl": "Zakelijke dienstverlening", "en": "Business services"}, "shown": "shown", "region_share": 0.21, "count": 6, "share": 0.4, "state": "in_line", "state_words": {"nl": "Geen duidelijk verschil", "en": "No clear difference"}}, {"id": "O-Q", "label": {"nl": "Overheid, onderwijs en zorg", "en": "Government, education and care"}, "shown": "shown", "region_share": 0.19, "count": 0, "share": 0.0, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "R-U", "label": {"nl": "Cultuur, recreatie, overige diensten", "en": "Culture, recreation and other services"}, "shown": "shown", "region_share": 0.13, "count": 0, "share": 0.0, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "other", "label": {"nl": "Andere groepen samen", "en": "Other groups together"}, "shown": "shown", "region_share": 0.41, "count": 9, "share": 0.6, "state": null, "state_words": null}], "source": "85984NED", "year": 2024}, {"id": "kind", "title": {"nl": "Soort partner", "en": "Kind of partner"}, "sentence": {"nl": "Het vaakst: inhoudelijke partner (47\u00a0% van de 58 partners van wie we dit weten).", "en": "Most often: content partner (47\u00a0% of the 58 partners for which we know this)."}, "basis": {"nl": "gebaseerd op 58 van 62 partners", "en": "based on 58 of 62 partners"}, "n_known": 58, "rows": [{"id": "funder", "label": {"nl": "Financier", "en": "Funder"}, "shown": "shown", "region_share": null, "count": 13, "share": 0.22, "state": null, "state_words": null}, {"id": "content", "label": {"nl": "Inhoudelijke partner", "en": "Content partner"}, "shown": "shown", "region_share": null, "count": 27, "share": 0.47, "state": null, "state_words": null}, {"id": "supplier", "label": {"nl": "Leverancier", "en": "Supplier"}, "shown": "shown", "region_share": null, "count": 19, "share": 0.33, "state": null, "state_words": null}], "source": "", "year": null}, {"id": "size", "title": {"nl": "Omvang", "en": "Size"}, "sentence": {"nl": "Kleine groepen laten we niet apart zien.", "en": "Small groups are not shown apart."}, "basis": {"nl": "gebaseerd op 28 van 62 partners", "en": "based on 28 of 62 partners"}, "n_known": 28, "rows": [{"id": "10-49", "label": {"nl": "10 tot 50 personen", "en": "10 to 49 people"}, "shown": "shown", "region_share": null, "count": 11, "share": 0.39, "state": null, "state_words": null}, {"id": "250+", "label": {"nl": "250 of meer personen", "en": "250 people or more"}, "shown": "shown", "region_share": null, "count": 9, "share": 0.32, "state": null, "state_words": null}, {"id": "other", "label": {"nl": "Andere groepen samen", "en": "Other groups together"}, "shown": "shown", "region_share": null, "count": 8, "share": 0.29, "state": null, "state_words": null}], "source": "", "year": null}, {"id": "how_found", "title": {"nl": "Hoe we elkaar vonden", "en": "How we found each other"}, "sentence": {"nl": "Kleine groepen laten we niet apart zien.", "en": "Small groups are not shown apart."}, "basis": {"nl": "gebaseerd op 54 van 62 partners", "en": "based on 54 of 62 partners"}, "n_known": 54, "rows": [{"id": "network", "label": {"nl": "Via ons eigen netwerk", "en": "Through our own network"}, "shown": "shown", "region_share": null, "count": 28, "share": 0.52, "state": null, "state_words": null}, {"id": "we_searched", "label": {"nl": "Door ons gezocht", "en": "We searched for them"}, "shown": "shown", "region_share": null, "count": 7, "share": 0.13, "state": null, "state_words": null}, {"id": "open_call", "label": {"nl": "Open oproep of aanbesteding", "en": "Open call or tender"}, "shown": "shown", "region_share": null, "count": 6, "share": 0.11, "state": null, "state_words": null}, {"id": "always_been", "label": {"nl": "Was er altijd al", "en": "Has always been there"}, "shown": "shown", "region_share": null, "count": 5, "share": 0.09, "state": null, "state_words": null}, {"id": "other", "label": {"nl": "Andere groepen samen", "en": "Other groups together"}, "shown": "shown", "region_share": null, "count": 8, "share": 0.15, "state": null, "state_words": null}], "source": "", "year": null}, {"id": "stage", "title": {"nl": "Fase bij diversiteit en inclusie", "en": "Stage on diversity and inclusion"}, "sentence": {"nl": "Kleine groepen laten we niet apart zien.", "en": "Small groups are not shown apart."}, "basis": {"nl": "gebaseerd op 25 van 62 partners", "en": "based on 25 of 62 partners"}, "n_known": 25, "rows": [{"id": "not_discussed", "label": {"nl": "Niet besproken", "en": "Not discussed"}, "shown": "few", "region_share": null, "count": null, "share": null, "state": null, "state_words": null}, {"id": "not_yet", "label": {"nl": "Nog geen thema", "en": "Not a theme yet"}, "shown": "few", "region_share": null, "count": null, "share": null, "state": null, "state_words": null}, {"id": "exploring", "label": {"nl": "Verkent", "en": "Exploring"}, "shown": "shown", "region_share": null, "count": 8, "share": 0.32, "state": null, "state_words": null}, {"id": "policy", "label": {"nl": "Heeft afspraken of beleid", "en": "Has agreements or a policy"}, "shown": "shown", "region_share": null, "count": 6, "share": 0.24, "state": null, "state_words": null}, {"id": "shares", "label": {"nl": "Deelt ervaring", "en": "Shares experience"}, "shown": "withheld", "region_share": null, "count": null, "share": null, "state": null, "state_words": null}], "source": "", "year": null}], "reach": [{"id": "0-15", "dimension": "age", "label": {"nl": "0 tot 15 jaar", "en": "0 to 15 years"}, "inhabitants": 32657.38, "partners": null}, {"id": "15-25", "dimension": "age", "label": {"nl": "15 tot 25 jaar", "en": "15 to 25 years"}, "inhabitants": 23976.63, "partners": 7}, {"id": "25-45", "dimension": "age", "label": {"nl": "25 tot 45 jaar", "en": "25 to 45 years"}, "inhabitants": 58607.41, "partners": null}, {"id": "45-65", "dimension": "age", "label": {"nl": "45 tot 65 jaar", "en": "45 to 65 years"}, "inhabitants": 73440.23, "partners": null}, {"id": "65+", "dimension": "age", "label": {"nl": "65 jaar of ouder", "en": "65 years or older"}, "inhabitants": 67498.36, "partners": 8}, {"id": "women", "dimension": "sex", "label": {"nl": "Vrouwen", "en": "Women"}, "inhabitants": 128831.0, "partners": null}, {"id": "men", "dimension": "sex", "label": {"nl": "Mannen", "en": "Men"}, "inhabitants": 127349.0, "partners": null}, {"id": "basis_vmbo_mbo1", "dimension": "education", "label": {"nl": "Basisonderwijs, vmbo, mbo 1", "en": "Primary school, vmbo or mbo 1"}, "inhabitants": 83887.66000000002, "partners": null}, {"id": "havo_vwo_mbo24", "dimension": "education", "label": {"nl": "Havo, vwo, mbo 2\u20134", "en": "Havo, vwo or mbo 2\u20134"}, "inhabitants": 111705.79000000001, "partners": null}, {"id": "hbo_wo", "dimension": "education", "label": {"nl": "Hbo, wo", "en": "Hbo or university"}, "inhabitants": 60586.57000000001, "partners": null}, {"id": "lowest_40", "dimension": "income", "label": {"nl": "Bij de 40 % met het laagste inkomen van Nederland", "en": "Among the 40 % with the lowest income in the country"}, "inhabitants": 111826.64999999998, "partners": null}, {"id": "middle_40", "dimension": "income", "label": {"nl": "Daartussenin", "en": "In between"}, "inhabitants": 109098.74, "partners": null}, {"id": "highest_20", "dimension": "income", "label": {"nl": "Bij de 20 % met het hoogste inkomen van Nederland", "en": "Among the 20 % with the highest income in the country"}, "inhabitants": 35254.600000000006, "partners": null}, {"id": "single", "dimension": "household", "label": {"nl": "Eenpersoonshuishoudens", "en": "One-person households"}, "inhabitants": 52281.53999999999, "partners": null}, {"id": "without_children", "dimension": "household", "label": {"nl": "Huishoudens zonder kinderen", "en": "Households without children"}, "inhabitants": 39396.59, "partners": null}, {"id": "with_children", "dimension": "household", "label": {"nl": "Huishoudens met kinderen", "en": "Households with children"}, "inhabitants": 35814.87, "partners": null}, {"id": "disability", "dimension": "", "label": {"nl": "Mensen met een beperking", "en": "People with a disability"}, "inhabitants": null, "partners": null}, {"id": "low_literacy", "dimension": "", "label": {"nl": "Mensen die moeite hebben met lezen", "en": "People who find reading hard"}, "inhabitants": null, "partners": null}, {"id": "lgbtiq", "dimension": "", "label": {"nl": "Lhbtiq+-personen", "en": "LGBTIQ+ people"}, "inhabitants": null, "partners": null}], "digest": "4f89d09d5cbea3b1e64adf70e3703a184579cc63f3a4ffe83e8711dce38f030a"}, "since": "2026-03-12", "news": [{"nl": "Plaats, Heerlen: Geen duidelijk verschil. Vorige keer: Minder, maar dat kan toeval zijn.", "en": "Place, Heerlen: No clear difference. Last time: Less, but that may be chance."}]}','{}','2026-11-23','2027-01-31',NULL,2,'066127ee8ccacf86260477ff8479e589',1,'2026-11-26 06:19:54.087549','Sam');
INSERT INTO "publications" VALUES('cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','Onze partners','{"schema": "partnerspiegel.shared/1", "publication": {"schema": "partnerspiegel.publication/1", "frame": {"title": "Onze partners", "period": "2026", "explanation": "Toelichting", "meeting": "2026-12-01", "goals": [{"text": "Meer jongeren bereiken", "owner": "directeur", "target": "5 partners", "year": 2027}], "points": [{"text": "De doelen", "purpose": "decide"}]}, "made": "2026-11-24", "region": "Parkstad Limburg", "n": 62, "basis": {"nl": "gebaseerd op 6 van 62 partners", "en": "based on 6 of 62 partners"}, "themes": [{"id": "location", "title": {"nl": "Plaats", "en": "Place"}, "sentence": {"nl": "Meer, maar dat kan toeval zijn: Kerkrade.", "en": "More, but that may be chance: Kerkrade."}, "basis": {"nl": "gebaseerd op 43 van 62 partners", "en": "based on 43 of 62 partners"}, "n_known": 43, "rows": [{"id": "GM0917", "label": {"nl": "Heerlen", "en": "Heerlen"}, "shown": "shown", "region_share": 0.34, "count": 17, "share": 0.4, "state": "in_line", "state_words": {"nl": "Geen duidelijk verschil", "en": "No clear difference"}}, {"id": "GM0928", "label": {"nl": "Kerkrade", "en": "Kerkrade"}, "shown": "shown", "region_share": 0.18, "count": 14, "share": 0.33, "state": "possibly_more", "state_words": {"nl": "Meer, maar dat kan toeval zijn", "en": "More, but that may be chance"}}, {"id": "other", "label": {"nl": "Andere groepen samen", "en": "Other groups together"}, "shown": "shown", "region_share": 0.48, "count": 12, "share": 0.28, "state": null, "state_words": null}], "source": "85984NED", "year": 2024}, {"id": "urbanity", "title": {"nl": "Stad en platteland", "en": "City and countryside"}, "sentence": {"nl": "Kleine groepen laten we niet apart zien.", "en": "Small groups are not shown apart."}, "basis": {"nl": "gebaseerd op 43 van 62 partners", "en": "based on 43 of 62 partners"}, "n_known": 43, "rows": [{"id": "2", "label": {"nl": "Sterk stedelijk (1.500 tot 2.500)", "en": "Strongly urban (1,500 to 2,500)"}, "shown": "shown", "region_share": 0.63, "count": 35, "share": 0.81, "state": "possibly_more", "state_words": {"nl": "Meer, maar dat kan toeval zijn", "en": "More, but that may be chance"}}, {"id": "other", "label": {"nl": "Andere groepen samen", "en": "Other groups together"}, "shown": "shown", "region_share": 0.37, "count": 8, "share": 0.19, "state": null, "state_words": null}], "source": "85984NED", "year": 2024}, {"id": "age", "title": {"nl": "Leeftijd", "en": "Age"}, "sentence": {"nl": "Nog te weinig bekend om te vergelijken.", "en": "Too little known so far to compare."}, "basis": {"nl": "gebaseerd op 11 van 62 partners", "en": "based on 11 of 62 partners"}, "n_known": 11, "rows": [{"id": "0-15", "label": {"nl": "0 tot 15 jaar", "en": "0 to 15 years"}, "shown": "shown", "region_share": 0.13, "count": null, "share": 0.23, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "15-25", "label": {"nl": "15 tot 25 jaar", "en": "15 to 25 years"}, "shown": "shown", "region_share": 0.09, "count": null, "share": 0.28, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "25-45", "label": {"nl": "25 tot 45 jaar", "en": "25 to 45 years"}, "shown": "shown", "region_share": 0.23, "count": null, "share": 0.12, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "45-65", "label": {"nl": "45 tot 65 jaar", "en": "45 to 65 years"}, "shown": "shown", "region_share": 0.29, "count": null, "share": 0.12, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "65+", "label": {"nl": "65 jaar of ouder", "en": "65 years or older"}, "shown": "shown", "region_share": 0.26, "count": null, "share": 0.24, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}], "source": "85984NED", "year": 2024}, {"id": "sex", "title": {"nl": "Vrouwen en mannen", "en": "Women and men"}, "sentence": {"nl": "Nog te weinig bekend om te vergelijken.", "en": "Too little known so far to compare."}, "basis": {"nl": "gebaseerd op 11 van 62 partners", "en": "based on 11 of 62 partners"}, "n_known": 11, "rows": [{"id": "women", "label": {"nl": "Vrouwen", "en": "Women"}, "shown": "shown", "region_share": 0.5, "count": null, "share": 0.51, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "men", "label": {"nl": "Mannen", "en": "Men"}, "shown": "shown", "region_share": 0.5, "count": null, "share": 0.49, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}], "source": "85984NED", "year": 2024}, {"id": "education", "title": {"nl": "Opleiding", "en": "Education"}, "sentence": {"nl": "Nog te weinig bekend om te vergelijken.", "en": "Too little known so far to compare."}, "basis": {"nl": "gebaseerd op 6 van 62 partners", "en": "based on 6 of 62 partners"}, "n_known": 6, "rows": [{"id": "basis_vmbo_mbo1", "label": {"nl": "Basisonderwijs, vmbo, mbo 1", "en": "Primary school, vmbo or mbo 1"}, "shown": "shown", "region_share": 0.33, "count": null, "share": 0.34, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "havo_vwo_mbo24", "label": {"nl": "Havo, vwo, mbo 2\u20134", "en": "Havo, vwo or mbo 2\u20134"}, "shown": "shown", "region_share": 0.44, "count": null, "share": 0.39, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "hbo_wo", "label": {"nl": "Hbo, wo", "en": "Hbo or university"}, "shown": "shown", "region_share": 0.24, "count": null, "share": 0.27, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}], "source": "85039NED", "year": 2021}, {"id": "income", "title": {"nl": "Inkomen", "en": "Income"}, "sentence": {"nl": "Te weinig partners hebben dit beantwoord. Daarom laten we het niet zien.", "en": "Too few partners have answered to show this."}, "basis": {"nl": "Van de 62 partners weten we dit van te weinig om te laten zien.", "en": "Of our 62 partners, too few have answered to show this."}, "n_known": null, "rows": [], "source": "85039NED", "year": 2021}, {"id": "sector", "title": {"nl": "Sector", "en": "Sector"}, "sentence": {"nl": "Geen duidelijk verschil. Nog te weinig bekend over: landbouw, bosbouw en visserij; financi\u00eble diensten, onroerend goed; 2 andere.", "en": "No clear difference. Too little is known so far about: agriculture, forestry and fishing; finance and real estate; 2 others."}, "basis": {"nl": "gebaseerd op 15 van 62 partners", "en": "based on 15 of 62 partners"}, "n_known": 15, "rows": [{"id": "A", "label": {"nl": "Landbouw, bosbouw en visserij", "en": "Agriculture, forestry and fishing"}, "shown": "shown", "region_share": 0.02, "count": 0, "share": 0.0, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "K-L", "label": {"nl": "Financi\u00eble diensten, onroerend goed", "en": "Finance and real estate"}, "shown": "shown", "region_share": 0.04, "count": 0, "share": 0.0, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "M-N", "label": {"nl": "Zakelijke dienstverlening", "en": "Business services"}, "shown": "shown", "region_share": 0.21, "count": 6, "share": 0.4, "state": "in_line", "state_words": {"nl": "Geen duidelijk verschil", "en": "No clear difference"}}, {"id": "O-Q", "label": {"nl": "Overheid, onderwijs en zorg", "en": "Government, education and care"}, "shown": "shown", "region_share": 0.19, "count": 0, "share": 0.0, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "R-U", "label": {"nl": "Cultuur, recreatie, overige diensten", "en": "Culture, recreation and other services"}, "shown": "shown", "region_share": 0.13, "count": 0, "share": 0.0, "state": "too_little_data", "state_words": {"nl": "Nog te weinig bekend", "en": "Too little known so far"}}, {"id": "other", "label": {"nl": "Andere groepen samen", "en": "Other groups together"}, "shown": "shown", "region_share": 0.41, "count": 9, "share": 0.6, "state": null, "state_words": null}], "source": "85984NED", "year": 2024}, {"id": "kind", "title": {"nl": "Soort partner", "en": "Kind of partner"}, "sentence": {"nl": "Het vaakst: inhoudelijke partner (47\u00a0% van de 58 partners van wie we dit weten).", "en": "Most often: content partner (47\u00a0% of the 58 partners for which we know this)."}, "basis": {"nl": "gebaseerd op 58 van 62 partners", "en": "based on 58 of 62 partners"}, "n_known": 58, "rows": [{"id": "funder", "label": {"nl": "Financier", "en": "Funder"}, "shown": "shown", "region_share": null, "count": 13, "share": 0.22, "state": null, "state_words": null}, {"id": "content", "label": {"nl": "Inhoudelijke partner", "en": "Content partner"}, "shown": "shown", "region_share": null, "count": 27, "share": 0.47, "state": null, "state_words": null}, {"id": "supplier", "label": {"nl": "Leverancier", "en": "Supplier"}, "shown": "shown", "region_share": null, "count": 19, "share": 0.33, "state": null, "state_words": null}], "source": "", "year": null}, {"id": "size", "title": {"nl": "Omvang", "en": "Size"}, "sentence": {"nl": "Kleine groepen laten we niet apart zien.", "en": "Small groups are not shown apart."}, "basis": {"nl": "gebaseerd op 28 van 62 partners", "en": "based on 28 of 62 partners"}, "n_known": 28, "rows": [{"id": "10-49", "label": {"nl": "10 tot 50 personen", "en": "10 to 49 people"}, "shown": "shown", "region_share": null, "count": 11, "share": 0.39, "state": null, "state_words": null}, {"id": "250+", "label": {"nl": "250 of meer personen", "en": "250 people or more"}, "shown": "shown", "region_share": null, "count": 9, "share": 0.32, "state": null, "state_words": null}, {"id": "other", "label": {"nl": "Andere groepen samen", "en": "Other groups together"}, "shown": "shown", "region_share": null, "count": 8, "share": 0.29, "state": null, "state_words": null}], "source": "", "year": null}, {"id": "how_found", "title": {"nl": "Hoe we elkaar vonden", "en": "How we found each other"}, "sentence": {"nl": "Kleine groepen laten we niet apart zien.", "en": "Small groups are not shown apart."}, "basis": {"nl": "gebaseerd op 54 van 62 partners", "en": "based on 54 of 62 partners"}, "n_known": 54, "rows": [{"id": "network", "label": {"nl": "Via ons eigen netwerk", "en": "Through our own network"}, "shown": "shown", "region_share": null, "count": 28, "share": 0.52, "state": null, "state_words": null}, {"id": "we_searched", "label": {"nl": "Door ons gezocht", "en": "We searched for them"}, "shown": "shown", "region_share": null, "count": 7, "share": 0.13, "state": null, "state_words": null}, {"id": "open_call", "label": {"nl": "Open oproep of aanbesteding", "en": "Open call or tender"}, "shown": "shown", "region_share": null, "count": 6, "share": 0.11, "state": null, "state_words": null}, {"id": "always_been", "label": {"nl": "Was er altijd al", "en": "Has always been there"}, "shown": "shown", "region_share": null, "count": 5, "share": 0.09, "state": null, "state_words": null}, {"id": "other", "label": {"nl": "Andere groepen samen", "en": "Other groups together"}, "shown": "shown", "region_share": null, "count": 8, "share": 0.15, "state": null, "state_words": null}], "source": "", "year": null}, {"id": "stage", "title": {"nl": "Fase bij diversiteit en inclusie", "en": "Stage on diversity and inclusion"}, "sentence": {"nl": "Kleine groepen laten we niet apart zien.", "en": "Small groups are not shown apart."}, "basis": {"nl": "gebaseerd op 25 van 62 partners", "en": "based on 25 of 62 partners"}, "n_known": 25, "rows": [{"id": "not_discussed", "label": {"nl": "Niet besproken", "en": "Not discussed"}, "shown": "few", "region_share": null, "count": null, "share": null, "state": null, "state_words": null}, {"id": "not_yet", "label": {"nl": "Nog geen thema", "en": "Not a theme yet"}, "shown": "few", "region_share": null, "count": null, "share": null, "state": null, "state_words": null}, {"id": "exploring", "label": {"nl": "Verkent", "en": "Exploring"}, "shown": "shown", "region_share": null, "count": 8, "share": 0.32, "state": null, "state_words": null}, {"id": "policy", "label": {"nl": "Heeft afspraken of beleid", "en": "Has agreements or a policy"}, "shown": "shown", "region_share": null, "count": 6, "share": 0.24, "state": null, "state_words": null}, {"id": "shares", "label": {"nl": "Deelt ervaring", "en": "Shares experience"}, "shown": "withheld", "region_share": null, "count": null, "share": null, "state": null, "state_words": null}], "source": "", "year": null}], "reach": [{"id": "0-15", "dimension": "age", "label": {"nl": "0 tot 15 jaar", "en": "0 to 15 years"}, "inhabitants": 32657.38, "partners": null}, {"id": "15-25", "dimension": "age", "label": {"nl": "15 tot 25 jaar", "en": "15 to 25 years"}, "inhabitants": 23976.63, "partners": 7}, {"id": "25-45", "dimension": "age", "label": {"nl": "25 tot 45 jaar", "en": "25 to 45 years"}, "inhabitants": 58607.41, "partners": null}, {"id": "45-65", "dimension": "age", "label": {"nl": "45 tot 65 jaar", "en": "45 to 65 years"}, "inhabitants": 73440.23, "partners": null}, {"id": "65+", "dimension": "age", "label": {"nl": "65 jaar of ouder", "en": "65 years or older"}, "inhabitants": 67498.36, "partners": 8}, {"id": "women", "dimension": "sex", "label": {"nl": "Vrouwen", "en": "Women"}, "inhabitants": 128831.0, "partners": null}, {"id": "men", "dimension": "sex", "label": {"nl": "Mannen", "en": "Men"}, "inhabitants": 127349.0, "partners": null}, {"id": "basis_vmbo_mbo1", "dimension": "education", "label": {"nl": "Basisonderwijs, vmbo, mbo 1", "en": "Primary school, vmbo or mbo 1"}, "inhabitants": 83887.66000000002, "partners": null}, {"id": "havo_vwo_mbo24", "dimension": "education", "label": {"nl": "Havo, vwo, mbo 2\u20134", "en": "Havo, vwo or mbo 2\u20134"}, "inhabitants": 111705.79000000001, "partners": null}, {"id": "hbo_wo", "dimension": "education", "label": {"nl": "Hbo, wo", "en": "Hbo or university"}, "inhabitants": 60586.57000000001, "partners": null}, {"id": "lowest_40", "dimension": "income", "label": {"nl": "Bij de 40 % met het laagste inkomen van Nederland", "en": "Among the 40 % with the lowest income in the country"}, "inhabitants": 111826.64999999998, "partners": null}, {"id": "middle_40", "dimension": "income", "label": {"nl": "Daartussenin", "en": "In between"}, "inhabitants": 109098.74, "partners": null}, {"id": "highest_20", "dimension": "income", "label": {"nl": "Bij de 20 % met het hoogste inkomen van Nederland", "en": "Among the 20 % with the highest income in the country"}, "inhabitants": 35254.600000000006, "partners": null}, {"id": "single", "dimension": "household", "label": {"nl": "Eenpersoonshuishoudens", "en": "One-person households"}, "inhabitants": 52281.53999999999, "partners": null}, {"id": "without_children", "dimension": "household", "label": {"nl": "Huishoudens zonder kinderen", "en": "Households without children"}, "inhabitants": 39396.59, "partners": null}, {"id": "with_children", "dimension": "household", "label": {"nl": "Huishoudens met kinderen", "en": "Households with children"}, "inhabitants": 35814.87, "partners": null}, {"id": "disability", "dimension": "", "label": {"nl": "Mensen met een beperking", "en": "People with a disability"}, "inhabitants": null, "partners": null}, {"id": "low_literacy", "dimension": "", "label": {"nl": "Mensen die moeite hebben met lezen", "en": "People who find reading hard"}, "inhabitants": null, "partners": null}, {"id": "lgbtiq", "dimension": "", "label": {"nl": "Lhbtiq+-personen", "en": "LGBTIQ+ people"}, "inhabitants": null, "partners": null}], "digest": "4f89d09d5cbea3b1e64adf70e3703a184579cc63f3a4ffe83e8711dce38f030a"}, "since": "2026-03-12", "news": [{"nl": "Plaats, Heerlen: Geen duidelijk verschil. Vorige keer: Minder, maar dat kan toeval zijn.", "en": "Place, Heerlen: No clear difference. Last time: Less, but that may be chance."}]}','{}','2026-11-23','2027-01-31','2026-11-24 09:00:00.000000',2,'066127ee8d0ae75faeae4df26fe937d6',1,'2026-11-26 06:19:54.104004','Sam');
CREATE TABLE questions (
	partner_id VARCHAR(64) NOT NULL, 
	question TEXT NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	asked_on DATE, 
	reminded_on DATE, 
	answered_on DATE, 
	answer TEXT NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_questions PRIMARY KEY (id), 
	CONSTRAINT uq_questions_partner_id UNIQUE (partner_id, question)
);
CREATE TABLE region_choices (
	spec TEXT NOT NULL, 
	name TEXT NOT NULL, 
	is_default BOOLEAN NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_region_choices PRIMARY KEY (id)
);
CREATE TABLE region_notes (
	region TEXT NOT NULL, 
	text TEXT NOT NULL, 
	source TEXT NOT NULL, 
	neighbourhoods JSON NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_region_notes PRIMARY KEY (id)
);
CREATE TABLE reviews (
	year INTEGER NOT NULL, 
	day DATE NOT NULL, 
	summary TEXT NOT NULL, 
	frozen JSON NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_reviews PRIMARY KEY (id)
);
CREATE TABLE scenarios (
	name TEXT NOT NULL, 
	content JSON NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_scenarios PRIMARY KEY (id)
);
CREATE TABLE steps (
	step TEXT NOT NULL, 
	done_on DATE, 
	evidence TEXT NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_steps PRIMARY KEY (id), 
	CONSTRAINT uq_steps_step UNIQUE (step)
);
INSERT INTO "steps" VALUES('text:benchmark',NULL,'added
thema;groep;aantal;bron;datum
age;0-15;1200;Stadt Herzogenrath;2025
age;15-25;900;Stadt Herzogenrath;2025
location;Herzogenrath;46500;Stadt Herzogenrath;2025
location;Übach-Palenberg;24300;Stadt Herzogenrath;2025','066127ee8c086c4bde4f20d8f2e21c8c',1,'2026-11-26 06:19:54.037456','Sam');
INSERT INTO "steps" VALUES('text:letter:nl',NULL,'Beste partner,

Wij willen er zijn voor iedereen.','066127ee8c2fc821218e55efeb49e1a2',1,'2026-11-26 06:19:54.047505','Sam');
INSERT INTO "steps" VALUES('text:letter:en',NULL,'','066127ee8c4f24ba0cd97c04eea8a277',1,'2026-11-26 06:19:54.055530','Sam');
INSERT INTO "steps" VALUES('text:checklist',NULL,'0 2','066127ee8c5e8e7b79d9cc17bd4a956a',1,'2026-11-26 06:19:54.059467','Sam');
INSERT INTO "steps" VALUES('text:own_answer:where',NULL,'In Parkstad, vooral in Kerkrade','066127ee8c66741e81127a0bdfa0655a',1,'2026-11-26 06:19:54.061478','Sam');
INSERT INTO "steps" VALUES('text:own_answer:who',NULL,'Iedereen; scholen het meest','066127ee8c8dd29b1db409d9f426bf0c',1,'2026-11-26 06:19:54.071577','Sam');
INSERT INTO "steps" VALUES('publiek-1','2026-11-23','verslag','066127ee8cbcba4cdee90a8f2e330083',1,'2026-11-26 06:19:54.083589','Sam');
CREATE TABLE terms (
	months INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_terms PRIMARY KEY (id)
);
CREATE TABLE tombstones (
	id VARCHAR(64) NOT NULL, 
	partner_id VARCHAR(64) NOT NULL, 
	salt VARCHAR(64) NOT NULL, 
	name_hash VARCHAR(64) NOT NULL, 
	erased_at DATETIME NOT NULL, 
	CONSTRAINT pk_tombstones PRIMARY KEY (id)
);
INSERT INTO "tombstones" VALUES('066127ee8b1321d6823394fb81f0f53c','066127ee838cbbdd9ed63cb049eaf87d','81466810ca111ffc32cb29f3089759c8','81f4a5e20c1cc89a9dc615aa1eb60bec286397a5852b7b589505363cf8a2edf3','2026-11-26 06:19:53.974542');
CREATE TABLE understood (
	kind VARCHAR(16) NOT NULL, 
	written TEXT NOT NULL, 
	means TEXT NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_understood PRIMARY KEY (id), 
	CONSTRAINT uq_understood_kind UNIQUE (kind, written)
);
CREATE TABLE versions (
	number INTEGER NOT NULL, 
	content VARCHAR(64) NOT NULL, 
	why TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	based_on INTEGER, 
	CONSTRAINT pk_versions PRIMARY KEY (number)
);
INSERT INTO "versions" VALUES(1,'a567f7667d92a51734dc1a22c3e8dc9d732c429eafe96b58846ef1e0922ca301','Eerste','','2026-11-26 06:19:53.510280',NULL);
CREATE INDEX ix_actions_partner_id ON actions (partner_id);
CREATE INDEX ix_conversations_partner_id ON conversations (partner_id);
CREATE INDEX ix_partner_rows_partner_id ON partner_rows (partner_id);
CREATE INDEX ix_tombstones_partner_id ON tombstones (partner_id);
CREATE INDEX ix_versions_content ON versions (content);
CREATE INDEX ix_contents_row ON contents ("row");
COMMIT;
