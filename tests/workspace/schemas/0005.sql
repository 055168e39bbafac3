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
INSERT INTO "actions" VALUES('Bel','Sam','2026-11-23','2026-11-23','publiek','g','0661345d8a2ec04fe6a12223bfbe7dfc','mail','0661345d7cc67cbf4cd4c5d1b9ecf040',1,'2026-11-26 21:09:55.901387','Sam');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
CREATE TABLE changes (
	name VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	CONSTRAINT pk_changes PRIMARY KEY (name)
);
INSERT INTO "changes" VALUES('alembic_version',1);
INSERT INTO "changes" VALUES('contents',4);
INSERT INTO "changes" VALUES('partner_rows',4);
INSERT INTO "changes" VALUES('steps',2);
INSERT INTO "changes" VALUES('versions',3);
INSERT INTO "changes" VALUES('conversations',2);
INSERT INTO "changes" VALUES('drafts',2);
INSERT INTO "changes" VALUES('facts',2);
INSERT INTO "changes" VALUES('invitations',2);
INSERT INTO "changes" VALUES('questions',2);
INSERT INTO "changes" VALUES('responses',2);
INSERT INTO "changes" VALUES('tombstones',1);
INSERT INTO "changes" VALUES('museum',2);
INSERT INTO "changes" VALUES('region_choices',1);
INSERT INTO "changes" VALUES('region_notes',1);
INSERT INTO "changes" VALUES('understood',1);
INSERT INTO "changes" VALUES('actions',1);
INSERT INTO "changes" VALUES('goals',1);
INSERT INTO "changes" VALUES('reviews',1);
INSERT INTO "changes" VALUES('scenarios',1);
INSERT INTO "changes" VALUES('publications',1);
INSERT INTO "changes" VALUES('own_figures',1);
INSERT INTO "changes" VALUES('letters',1);
INSERT INTO "changes" VALUES('own_answers',1);
INSERT INTO "changes" VALUES('page_back',1);
INSERT INTO "changes" VALUES('terms',1);
CREATE TABLE contents (
	content VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	"row" VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_contents PRIMARY KEY (content, position), 
	CONSTRAINT fk_contents_row_partner_rows FOREIGN KEY("row") REFERENCES partner_rows (digest)
);
INSERT INTO "contents" VALUES('c2fe5207082f02da44de42c4d2e41db8a7f31c8bf29a00659ed4c3a1103394fd',0,'f3ac45f55ce845660c15c14ecc9c660ebc7553e35f52fd847770731a8c8c2d15');
INSERT INTO "contents" VALUES('b1dad849c3d9a84f508e0bbb89c77b8a7fe7e4e52638a985febf759504671609',0,'f3ac45f55ce845660c15c14ecc9c660ebc7553e35f52fd847770731a8c8c2d15');
INSERT INTO "contents" VALUES('b1dad849c3d9a84f508e0bbb89c77b8a7fe7e4e52638a985febf759504671609',1,'195f66c1bcee23a9e7f5b282e54d0d2c2f475c74f1dcdc38fe35ad75f254770c');
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
INSERT INTO "conversations" VALUES('0661345d8a2ec04fe6a12223bfbe7dfc','2026-11-23','exploring','partly','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','samen','no','x','y','bellen','2026-11-23','Noor','0661345d7cc66250bb220a7522686dc7',1,'2026-11-26 21:09:55.899833','Sam');
CREATE TABLE drafts (
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	writer TEXT NOT NULL, 
	form TEXT NOT NULL, 
	partner_id VARCHAR(64), 
	typed JSON NOT NULL, 
	CONSTRAINT pk_drafts PRIMARY KEY (id), 
	CONSTRAINT uq_drafts_writer UNIQUE (writer, form)
);
INSERT INTO "drafts" VALUES('0661345d7cc73d2931d0b23fac221fd2',1,'2026-11-26 21:09:55.935972','Sam','noor@museum.example','talk_p1_new','0661345d8a2ec04fe6a12223bfbe7dfc','{"notes": "Half"}');
CREATE TABLE facts (
	"key" VARCHAR(64) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_facts PRIMARY KEY ("key")
);
INSERT INTO "facts" VALUES('salt','2c2e646c5950c9f0478e337bd5ab8472');
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
INSERT INTO "goals" VALUES('Meer jongeren','age','15-25','n','1','2','3',3.00000000000000044408e-01,'share',2028,'Noor','2026-11-23','daarom','0661345d7cc69a76ce59a209a7980408',1,'2026-11-26 21:09:55.903078','Sam');
CREATE TABLE invitations (
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	partner_id VARCHAR(64) NOT NULL, 
	token_hash TEXT NOT NULL, 
	questions JSON NOT NULL, 
	language VARCHAR(16) NOT NULL, 
	created_on DATE NOT NULL, 
	expires_at DATETIME NOT NULL, 
	withdrawn_at DATETIME, 
	sent_at DATETIME, 
	draft TEXT NOT NULL, 
	CONSTRAINT pk_invitations PRIMARY KEY (id), 
	CONSTRAINT uq_invitations_token_hash UNIQUE (token_hash)
);
INSERT INTO "invitations" VALUES('0661345d7cc7271ae30ebd6fae3b778d',1,'2026-11-26 21:09:55.927935','Sam','0661345d8a2ec04fe6a12223bfbe7dfc','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','["needs"]','nl','2026-11-23','2026-11-23 20:05:07.123456','2026-11-23 20:05:07.123456','2026-11-23 20:05:07.123456','gAAAA');
CREATE TABLE letters (
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	language VARCHAR(16) NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_letters PRIMARY KEY (id), 
	CONSTRAINT uq_letters_language UNIQUE (language)
);
INSERT INTO "letters" VALUES('0661345d7cc6fe6991182f93c9183fb9',1,'2026-11-26 21:09:55.915903','Sam','nl','Beste partner,

Wij vragen u iets.');
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
INSERT INTO "museum" VALUES('Museum De Verzonnen Schacht','GM0928','Voor iedereen.
Ook ’s avonds ☀️',0.75,1.5,0.1,5,0.5,'museum',2,'2026-11-26 21:09:55.944245','Sam');
CREATE TABLE own_answers (
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	question TEXT NOT NULL, 
	answer TEXT NOT NULL, codes JSON DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_own_answers PRIMARY KEY (id), 
	CONSTRAINT uq_own_answers_question UNIQUE (question)
);
INSERT INTO "own_answers" VALUES('0661345d7cc70549be13a799a46a2959',1,'2026-11-26 21:09:55.919895','Sam','where','In Parkstad','["region"]');
CREATE TABLE own_figures (
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	use VARCHAR(16) NOT NULL, 
	source TEXT NOT NULL, 
	date TEXT NOT NULL, 
	counts JSON NOT NULL, 
	CONSTRAINT pk_own_figures PRIMARY KEY (id)
);
INSERT INTO "own_figures" VALUES('own_figures',1,'2026-11-26 21:09:55.910760','Sam','beside','eigen','2024','{"age": {"0-15": 0.2}}');
CREATE TABLE page_back (
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	learnt TEXT NOT NULL, 
	doing TEXT NOT NULL, 
	is_shown BOOLEAN NOT NULL, 
	CONSTRAINT pk_page_back PRIMARY KEY (id)
);
INSERT INTO "page_back" VALUES('page_back',1,'2026-11-26 21:09:55.931910','Sam','Dat wij weinig luisteren','Wij komen langs',1);
CREATE TABLE partner_rows (
	digest VARCHAR(64) NOT NULL, 
	partner_id VARCHAR(64) NOT NULL, 
	record JSON NOT NULL, 
	CONSTRAINT pk_partner_rows PRIMARY KEY (digest)
);
INSERT INTO "partner_rows" VALUES('f3ac45f55ce845660c15c14ecc9c660ebc7553e35f52fd847770731a8c8c2d15','0661345d8a2ec04fe6a12223bfbe7dfc','{"fields": {"name": "De Kring", "place": "Kerkrade", "municipality": "GM0928", "country": "NL", "place_status": "municipality"}, "origins": [["country", "municipality", "name", "place", "place_status", {"grade": "register", "source": "Eerste", "on": "2026-11-26"}]]}');
INSERT INTO "partner_rows" VALUES('195f66c1bcee23a9e7f5b282e54d0d2c2f475c74f1dcdc38fe35ad75f254770c','0661345d8b0bcbbe33dffd4776312b9b','{"fields": {"name": "Studio Zuid", "kinds": ["content"], "amount": 12.5}, "origins": [["amount", "kinds", "name", {"grade": "register", "source": "Tweede", "on": "2026-11-26"}]]}');
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
INSERT INTO "publications" VALUES('abababababababababababababababababababababababababababababababab','Voor de raad','{"a": []}','{"b": {}}','2026-11-23','2026-11-23','2026-11-23 20:05:07.123456',3,'0661345d7cc6e61e21285052f32084ea',1,'2026-11-26 21:09:55.909112','Sam');
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
	changed_by TEXT NOT NULL, codes JSON DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_questions PRIMARY KEY (id), 
	CONSTRAINT uq_questions_partner_id UNIQUE (partner_id, question)
);
INSERT INTO "questions" VALUES('0661345d8a2ec04fe6a12223bfbe7dfc','where','known','2026-11-23','2026-11-23','2026-11-23','In heel Limburg','0661345d7cc642b5be786517e89bc512',1,'2026-11-26 21:09:55.897761','Sam','["country"]');
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
INSERT INTO "region_choices" VALUES('GM0928~25km','Rond Kerkrade',1,'0661345d7cc5cae8122737904c8bfc3f',1,'2026-11-26 21:09:55.893395','Sam');
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
INSERT INTO "region_notes" VALUES('CR39','Jongeren trekken weg','GGD','["A", "B\u00e9"]','0661345d7cc616023f5a86a52c7b492f',1,'2026-11-26 21:09:55.894658','Sam');
CREATE TABLE responses (
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	partner_id VARCHAR(64) NOT NULL, 
	way TEXT NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	received_on DATE NOT NULL, 
	made_on DATE, 
	given_on DATE, 
	is_wiped BOOLEAN NOT NULL, 
	said JSON NOT NULL, 
	unread JSON NOT NULL, 
	CONSTRAINT pk_responses PRIMARY KEY (id)
);
INSERT INTO "responses" VALUES('0661345d7cc70fa154eb9aacc2a9362f',1,'2026-11-26 21:09:55.923943','Sam','0661345d8a2ec04fe6a12223bfbe7dfc','link','kept','2026-11-23','2026-11-23','2026-11-23',0,'{"needs": {"codes": [], "words": "Een plek"}}','{"stage": ["supergoed"]}');
CREATE TABLE retired_links (
	token_hash TEXT NOT NULL, 
	retired_at DATETIME NOT NULL, 
	is_withdrawn BOOLEAN NOT NULL, 
	CONSTRAINT pk_retired_links PRIMARY KEY (token_hash)
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
INSERT INTO "reviews" VALUES(2026,'2026-11-23','goed','{"gap": -0.1, "lijst": [1, null, {"\u00e9": "\u2019"}]}','0661345d7cc6bcdf337f86ef25f56cab',1,'2026-11-26 21:09:55.906311','Sam');
CREATE TABLE scenarios (
	name TEXT NOT NULL, 
	content JSON NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_scenarios PRIMARY KEY (id)
);
INSERT INTO "scenarios" VALUES('Stel dat','{"add": ["p1"], "share": 1e-12}','0661345d7cc6d78aae7a50747364d690',1,'2026-11-26 21:09:55.907866','Sam');
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
INSERT INTO "steps" VALUES('publiek-1','2026-11-23','verslag','0661345d7cc6b0d8b4a2fa12886e60be',1,'2026-11-26 21:09:55.904899','Sam');
CREATE TABLE terms (
	months INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_terms PRIMARY KEY (id)
);
INSERT INTO "terms" VALUES(7,'actions',1,'2026-11-26 21:09:55.939883','Sam');
CREATE TABLE tombstones (
	id VARCHAR(64) NOT NULL, 
	partner_id VARCHAR(64) NOT NULL, 
	salt VARCHAR(64) NOT NULL, 
	name_hash VARCHAR(64) NOT NULL, 
	erased_at DATETIME NOT NULL, 
	CONSTRAINT pk_tombstones PRIMARY KEY (id)
);
INSERT INTO "tombstones" VALUES('0661345d8b8742cf64ac8b95c86d0335','0661345d8a2ed5629adc96d2b5bb23bb','2c2e646c5950c9f0478e337bd5ab8472','d767111df341db6d5388c72e4afafcd733810e445d0a4d8cb960a401cbf9a584','2026-11-26 21:09:55.882807');
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
INSERT INTO "understood" VALUES('heading','Wie?','naam','0661345d7cc6320dc9fbdeef29002b26',1,'2026-11-26 21:09:55.896165','Sam');
CREATE TABLE versions (
	number INTEGER NOT NULL, 
	content VARCHAR(64) NOT NULL, 
	why TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	based_on INTEGER, 
	CONSTRAINT pk_versions PRIMARY KEY (number)
);
INSERT INTO "versions" VALUES(1,'c2fe5207082f02da44de42c4d2e41db8a7f31c8bf29a00659ed4c3a1103394fd','Eerste','','2026-11-26 21:09:55.797999',NULL);
INSERT INTO "versions" VALUES(2,'b1dad849c3d9a84f508e0bbb89c77b8a7fe7e4e52638a985febf759504671609','Tweede','','2026-11-26 21:09:55.857495',NULL);
CREATE INDEX ix_actions_partner_id ON actions (partner_id);
CREATE INDEX ix_conversations_partner_id ON conversations (partner_id);
CREATE INDEX ix_partner_rows_partner_id ON partner_rows (partner_id);
CREATE INDEX ix_tombstones_partner_id ON tombstones (partner_id);
CREATE INDEX ix_versions_content ON versions (content);
CREATE INDEX ix_contents_row ON contents ("row");
CREATE INDEX ix_responses_partner_id ON responses (partner_id);
CREATE INDEX ix_invitations_partner_id ON invitations (partner_id);
CREATE INDEX ix_drafts_partner_id ON drafts (partner_id);
COMMIT;
