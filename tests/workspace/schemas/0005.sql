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
INSERT INTO "actions" VALUES('Bel','Sam','2026-11-23','2026-11-23','publiek','g','066133c2ba88466ec5ff1eb7feac656a','mail','066133c2a66d2fa19f2d5088e686c84a',1,'2026-11-26 20:26:38.723015','Sam');
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
INSERT INTO "contents" VALUES('2dce9ae4454dd70d4be201253e4f94be43832721c80c718b43d64be6d8305c32',0,'4299fe805d679630a42c95881ff83e757ce14f7f25ec8fa8727c9be67e2e9f57');
INSERT INTO "contents" VALUES('9d9bb5ce00a98ede5c38a6d5048cbe74f4e121f8bfdf7d29b3582c3c5d2bb511',0,'4299fe805d679630a42c95881ff83e757ce14f7f25ec8fa8727c9be67e2e9f57');
INSERT INTO "contents" VALUES('9d9bb5ce00a98ede5c38a6d5048cbe74f4e121f8bfdf7d29b3582c3c5d2bb511',1,'bb051269652c444e8fd2e07d67c0e388317ffac9003d7329f966ccf26e46dec3');
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
INSERT INTO "conversations" VALUES('066133c2ba88466ec5ff1eb7feac656a','2026-11-23','exploring','partly','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','samen','no','x','y','bellen','2026-11-23','Noor','066133c2a66d16646ce1fe7d0f20e8f7',1,'2026-11-26 20:26:38.714030','Sam');
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
INSERT INTO "drafts" VALUES('066133c2a66dddefb3e17efe2886935a',1,'2026-11-26 20:26:38.783798','Sam','noor@museum.example','talk_p1_new','066133c2ba88466ec5ff1eb7feac656a','{"notes": "Half"}');
CREATE TABLE facts (
	"key" VARCHAR(64) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_facts PRIMARY KEY ("key")
);
INSERT INTO "facts" VALUES('salt','4737011d8b602ce566125248db5d43be');
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
INSERT INTO "goals" VALUES('Meer jongeren','age','15-25','n','1','2','3',3.00000000000000044408e-01,'share',2028,'Noor','2026-11-23','daarom','066133c2a66d4560e956aa2ddbb38f80',1,'2026-11-26 20:26:38.725637','Sam');
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
INSERT INTO "invitations" VALUES('066133c2a66dc7c8a6ded2939a5553fd',1,'2026-11-26 20:26:38.772566','Sam','066133c2ba88466ec5ff1eb7feac656a','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','["needs"]','nl','2026-11-23','2026-11-23 20:05:07.123456','2026-11-23 20:05:07.123456','2026-11-23 20:05:07.123456','gAAAA');
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
INSERT INTO "letters" VALUES('066133c2a66da203297890858948e888',1,'2026-11-26 20:26:38.755745','Sam','nl','Beste partner,

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
Ook ’s avonds ☀️',0.75,1.5,0.1,5,0.5,'museum',2,'2026-11-26 20:26:38.792112','Sam');
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
INSERT INTO "own_answers" VALUES('066133c2a66da92f6a27be74eefcefa3',1,'2026-11-26 20:26:38.758447','Sam','where','In Parkstad','["region"]');
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
INSERT INTO "own_figures" VALUES('own_figures',1,'2026-11-26 20:26:38.751746','Sam','beside','eigen','2024','{"age": {"0-15": 0.2}}');
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
INSERT INTO "page_back" VALUES('page_back',1,'2026-11-26 20:26:38.779746','Sam','Dat wij weinig luisteren','Wij komen langs',1);
CREATE TABLE partner_rows (
	digest VARCHAR(64) NOT NULL, 
	partner_id VARCHAR(64) NOT NULL, 
	record JSON NOT NULL, 
	CONSTRAINT pk_partner_rows PRIMARY KEY (digest)
);
INSERT INTO "partner_rows" VALUES('4299fe805d679630a42c95881ff83e757ce14f7f25ec8fa8727c9be67e2e9f57','066133c2ba88466ec5ff1eb7feac656a','{"fields": {"name": "De Kring", "place": "Kerkrade", "municipality": "GM0928", "country": "NL", "place_status": "municipality"}, "origins": {"name": {"grade": "register", "source": "Eerste", "on": "2026-11-26"}, "place": {"grade": "register", "source": "Eerste", "on": "2026-11-26"}, "municipality": {"grade": "register", "source": "Eerste", "on": "2026-11-26"}, "country": {"grade": "register", "source": "Eerste", "on": "2026-11-26"}, "place_status": {"grade": "register", "source": "Eerste", "on": "2026-11-26"}}}');
INSERT INTO "partner_rows" VALUES('bb051269652c444e8fd2e07d67c0e388317ffac9003d7329f966ccf26e46dec3','066133c2bc3c8ddd4f610b55bc598b2f','{"fields": {"name": "Studio Zuid", "kinds": ["content"], "amount": 12.5}, "origins": {"name": {"grade": "register", "source": "Tweede", "on": "2026-11-26"}, "kinds": {"grade": "register", "source": "Tweede", "on": "2026-11-26"}, "amount": {"grade": "register", "source": "Tweede", "on": "2026-11-26"}}}');
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
INSERT INTO "publications" VALUES('abababababababababababababababababababababababababababababababab','Voor de raad','{"a": []}','{"b": {}}','2026-11-23','2026-11-23','2026-11-23 20:05:07.123456',3,'066133c2a66d8a1c8d8e3bb970fc5a7e',1,'2026-11-26 20:26:38.747759','Sam');
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
INSERT INTO "questions" VALUES('066133c2ba88466ec5ff1eb7feac656a','where','known','2026-11-23','2026-11-23','2026-11-23','In heel Limburg','066133c2a66cf82eb30fd4fb8c0c2f65',1,'2026-11-26 20:26:38.711809','Sam','["country"]');
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
INSERT INTO "region_choices" VALUES('GM0928~25km','Rond Kerkrade',1,'066133c2a66ca82df3f9b9aa8adc9b55',1,'2026-11-26 20:26:38.699758','Sam');
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
INSERT INTO "region_notes" VALUES('CR39','Jongeren trekken weg','GGD','["A", "B\u00e9"]','066133c2a66cd1567044fa9dc25ea49c',1,'2026-11-26 20:26:38.703750','Sam');
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
INSERT INTO "responses" VALUES('066133c2a66db3efbc9221a0ae6c42f1',1,'2026-11-26 20:26:38.767818','Sam','066133c2ba88466ec5ff1eb7feac656a','link','kept','2026-11-23','2026-11-23','2026-11-23',0,'{"needs": {"codes": [], "words": "Een plek"}}','{"stage": ["supergoed"]}');
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
INSERT INTO "reviews" VALUES(2026,'2026-11-23','goed','{"gap": -0.1, "lijst": [1, null, {"\u00e9": "\u2019"}]}','066133c2a66d66bf61b5158e787bba0d',1,'2026-11-26 20:26:38.739746','Sam');
CREATE TABLE scenarios (
	name TEXT NOT NULL, 
	content JSON NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_scenarios PRIMARY KEY (id)
);
INSERT INTO "scenarios" VALUES('Stel dat','{"add": ["p1"], "share": 1e-12}','066133c2a66d7c197e2ec10e0bc4a14c',1,'2026-11-26 20:26:38.743750','Sam');
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
INSERT INTO "steps" VALUES('publiek-1','2026-11-23','verslag','066133c2a66d59cd9968d49ad1059c86',1,'2026-11-26 20:26:38.735767','Sam');
CREATE TABLE terms (
	months INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_terms PRIMARY KEY (id)
);
INSERT INTO "terms" VALUES(7,'actions',1,'2026-11-26 20:26:38.787746','Sam');
CREATE TABLE tombstones (
	id VARCHAR(64) NOT NULL, 
	partner_id VARCHAR(64) NOT NULL, 
	salt VARCHAR(64) NOT NULL, 
	name_hash VARCHAR(64) NOT NULL, 
	erased_at DATETIME NOT NULL, 
	CONSTRAINT pk_tombstones PRIMARY KEY (id)
);
INSERT INTO "tombstones" VALUES('066133c2bce7d982d1bdb33ee22291de','066133c2ba885cb70445f211cea4efa0','4737011d8b602ce566125248db5d43be','e5afdb1c85325765c67de732188dffa82da5d61473a78a9d1f04eda416210501','2026-11-26 20:26:38.650319');
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
INSERT INTO "understood" VALUES('heading','Wie?','naam','066133c2a66ce88b37aaae9dd6d7ffe0',1,'2026-11-26 20:26:38.707762','Sam');
CREATE TABLE versions (
	number INTEGER NOT NULL, 
	content VARCHAR(64) NOT NULL, 
	why TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	based_on INTEGER, 
	CONSTRAINT pk_versions PRIMARY KEY (number)
);
INSERT INTO "versions" VALUES(1,'2dce9ae4454dd70d4be201253e4f94be43832721c80c718b43d64be6d8305c32','Eerste','','2026-11-26 20:26:38.506795',NULL);
INSERT INTO "versions" VALUES(2,'9d9bb5ce00a98ede5c38a6d5048cbe74f4e121f8bfdf7d29b3582c3c5d2bb511','Tweede','','2026-11-26 20:26:38.612710',NULL);
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
