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
INSERT INTO "actions" VALUES('Bel','Sam','2026-11-23','2026-11-23','publiek','g','06612d39a1f1af86f87dc189c67e6512','mail','06612d390a02ef0cedf5b3b12b7aed16',1,'2026-11-26 12:38:49.964167','Sam');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE changes (
	name VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	CONSTRAINT pk_changes PRIMARY KEY (name)
);
INSERT INTO "changes" VALUES('alembic_version',1);
INSERT INTO "changes" VALUES('steps',2);
INSERT INTO "changes" VALUES('contents',3);
INSERT INTO "changes" VALUES('partner_rows',3);
INSERT INTO "changes" VALUES('versions',3);
INSERT INTO "changes" VALUES('conversations',2);
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
INSERT INTO "contents" VALUES('fd1dd2513b8a1961031005e38f5146fcc0ccefd8c495f861d019b31c1080bb48',0,'61f64e0ed5a062f0c1fc9e5ed13d782d97b96ac4fe05fd6f67672761c5c1ef5f');
INSERT INTO "contents" VALUES('227e6e401407679ae347b8643147b13a36cf35875fde947f38c53038e9bc020c',0,'61f64e0ed5a062f0c1fc9e5ed13d782d97b96ac4fe05fd6f67672761c5c1ef5f');
INSERT INTO "contents" VALUES('227e6e401407679ae347b8643147b13a36cf35875fde947f38c53038e9bc020c',1,'203f1ea5dc05634f97666ad0860f4e5c2ec959a4a6d207a8f7f4c5122d5e5cc2');
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
INSERT INTO "conversations" VALUES('06612d39a1f1af86f87dc189c67e6512','2026-11-23','exploring','partly','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','samen','no','x','y','bellen','2026-11-23','Noor','06612d390a029ca9528b792ebcd2ddb0',1,'2026-11-26 12:38:49.908101','Sam');
CREATE TABLE facts (
	"key" VARCHAR(64) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_facts PRIMARY KEY ("key")
);
INSERT INTO "facts" VALUES('salt','37dc6106911c7b503d0af69adde082a2');
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
INSERT INTO "goals" VALUES('Meer jongeren','age','15-25','n','1','2','3',3.00000000000000044408e-01,'share',2028,'Noor','2026-11-23','daarom','06612d390a0335aeaa6f6f88d01fa102',1,'2026-11-26 12:38:49.999748','Sam');
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
INSERT INTO "invitations" VALUES('06612d390a046bbd4ad4adcf4df5622f',1,'2026-11-26 12:38:51.094863','Sam','06612d39a1f1af86f87dc189c67e6512','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','["needs"]','nl','2026-11-23','2026-11-23 20:05:07.123456','2026-11-23 20:05:07.123456','2026-11-23 20:05:07.123456','gAAAA');
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
INSERT INTO "letters" VALUES('06612d390a040ddfa827d257f56adea1',1,'2026-11-26 12:38:50.989125','Sam','nl','Beste partner,

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
Ook ’s avonds ☀️',0.75,1.5,0.1,5,0.5,'museum',2,'2026-11-26 12:38:51.202102','Sam');
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
INSERT INTO "own_answers" VALUES('06612d390a041e4c4e0ad96f4cb002dd',1,'2026-11-26 12:38:51.037338','Sam','where','In Parkstad','["region"]');
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
INSERT INTO "own_figures" VALUES('own_figures',1,'2026-11-26 12:38:50.965081','Sam','beside','eigen','2024','{"age": {"0-15": 0.2}}');
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
INSERT INTO "page_back" VALUES('page_back',1,'2026-11-26 12:38:51.140464','Sam','Dat wij weinig luisteren','Wij komen langs',1);
CREATE TABLE partner_rows (
	digest VARCHAR(64) NOT NULL, 
	partner_id VARCHAR(64) NOT NULL, 
	cells JSON NOT NULL, 
	CONSTRAINT pk_partner_rows PRIMARY KEY (digest)
);
INSERT INTO "partner_rows" VALUES('61f64e0ed5a062f0c1fc9e5ed13d782d97b96ac4fe05fd6f67672761c5c1ef5f','06612d39a1f1af86f87dc189c67e6512','{"naam": "De Kring", "plaats": "Kerkrade", "gemeente": "GM0928", "status": "active"}');
INSERT INTO "partner_rows" VALUES('203f1ea5dc05634f97666ad0860f4e5c2ec959a4a6d207a8f7f4c5122d5e5cc2','06612d39aa78cec3156db61851b632ef','{"naam": "Studio Zuid", "soort": "content", "status": "active", "bedrag": "12,5"}');
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
INSERT INTO "publications" VALUES('abababababababababababababababababababababababababababababababab','Voor de raad','{"a": []}','{"b": {}}','2026-11-23','2026-11-23','2026-11-23 20:05:07.123456',3,'06612d390a03d81846aae77005ad8f1e',1,'2026-11-26 12:38:50.921039','Sam');
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
INSERT INTO "questions" VALUES('06612d39a1f1af86f87dc189c67e6512','where','known','2026-11-23','2026-11-23','2026-11-23','In heel Limburg','06612d390a01c9bac1cde18d0571bc47',1,'2026-11-26 12:38:49.852588','Sam','["country"]');
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
INSERT INTO "region_choices" VALUES('GM0928~25km','Rond Kerkrade',1,'06612d3909efe677cf1e50b56ee63ba7',1,'2026-11-26 12:38:49.758836','Sam');
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
INSERT INTO "region_notes" VALUES('CR39','Jongeren trekken weg','GGD','["A", "B\u00e9"]','06612d3909f03e903b6cfbd35b7dcba6',1,'2026-11-26 12:38:49.784409','Sam');
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
INSERT INTO "responses" VALUES('06612d390a0438190e3f098a9e22658a',1,'2026-11-26 12:38:51.068061','Sam','06612d39a1f1af86f87dc189c67e6512','link','kept','2026-11-23','2026-11-23','2026-11-23',0,'{"needs": {"codes": [], "words": "Een plek"}}','{"stage": ["supergoed"]}');
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
INSERT INTO "reviews" VALUES(2026,'2026-11-23','goed','{"gap": -0.1, "lijst": [1, null, {"\u00e9": "\u2019"}]}','06612d390a0388731c7e9e8fe6a57b87',1,'2026-11-26 12:38:50.867609','Sam');
CREATE TABLE scenarios (
	name TEXT NOT NULL, 
	content JSON NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_scenarios PRIMARY KEY (id)
);
INSERT INTO "scenarios" VALUES('Stel dat','{"add": ["p1"], "share": 1e-12}','06612d390a03ba9be0570d56a8d7cf5b',1,'2026-11-26 12:38:50.896542','Sam');
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
INSERT INTO "steps" VALUES('publiek-1','2026-11-23','verslag','06612d390a036c815b4fa7f69b9b7fad',1,'2026-11-26 12:38:50.838289','Sam');
CREATE TABLE terms (
	months INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	CONSTRAINT pk_terms PRIMARY KEY (id)
);
INSERT INTO "terms" VALUES(7,'actions',1,'2026-11-26 12:38:51.169688','Sam');
CREATE TABLE tombstones (
	id VARCHAR(64) NOT NULL, 
	partner_id VARCHAR(64) NOT NULL, 
	salt VARCHAR(64) NOT NULL, 
	name_hash VARCHAR(64) NOT NULL, 
	erased_at DATETIME NOT NULL, 
	CONSTRAINT pk_tombstones PRIMARY KEY (id)
);
INSERT INTO "tombstones" VALUES('06612d39b1191671fd055d9e32b8abec','06612d39a1f1e4ece5e5a3fb3cb3d6dc','37dc6106911c7b503d0af69adde082a2','e78d8e377766e6693b6b8a3883455b5906eab18771d4cc2ad05cf8a19ddc6c3a','2026-11-26 12:38:49.594103');
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
INSERT INTO "understood" VALUES('heading','Wie?','naam','06612d3909f07bdfc25b403be5e4da54',1,'2026-11-26 12:38:49.823734','Sam');
CREATE TABLE versions (
	number INTEGER NOT NULL, 
	content VARCHAR(64) NOT NULL, 
	why TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	based_on INTEGER, 
	CONSTRAINT pk_versions PRIMARY KEY (number)
);
INSERT INTO "versions" VALUES(1,'fd1dd2513b8a1961031005e38f5146fcc0ccefd8c495f861d019b31c1080bb48','Eerste','','2026-11-26 12:38:48.680812',NULL);
INSERT INTO "versions" VALUES(2,'227e6e401407679ae347b8643147b13a36cf35875fde947f38c53038e9bc020c','Tweede','','2026-11-26 12:38:49.209514',NULL);
CREATE INDEX ix_actions_partner_id ON actions (partner_id);
CREATE INDEX ix_conversations_partner_id ON conversations (partner_id);
CREATE INDEX ix_partner_rows_partner_id ON partner_rows (partner_id);
CREATE INDEX ix_tombstones_partner_id ON tombstones (partner_id);
CREATE INDEX ix_versions_content ON versions (content);
CREATE INDEX ix_contents_row ON contents ("row");
CREATE INDEX ix_responses_partner_id ON responses (partner_id);
CREATE INDEX ix_invitations_partner_id ON invitations (partner_id);
COMMIT;
