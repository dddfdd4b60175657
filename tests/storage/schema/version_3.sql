BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'lundi','m001_a_week_that_can_be_ticked','2026-11-22 06:29:36.926083+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'lundi','m002_a_base_to_trust','2026-11-22 06:29:36.928987+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'lundi','m003_words_of_ones_own','2026-11-22 06:29:36.929319+00:00');
CREATE TABLE action (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('idea', 'chosen', 'dropped')),
            added_on TEXT NOT NULL,
            at TEXT NOT NULL,
            week TEXT,  -- the week it was last chosen for
            done_on TEXT,
            minutes INTEGER
        ) STRICT
        ;
INSERT INTO "action" VALUES('18ee847bcfea3798d38b5c073c6469df','Écrire à Ronan','chosen','2026-11-16','2026-11-16T08:30:00+01:00','2026-W47',NULL,NULL);
INSERT INTO "action" VALUES('631c7bfe13854495ea56b65871e4b428','Une carte à laisser','idea','2026-11-16','2026-11-16T08:30:00+01:00',NULL,NULL,NULL);
INSERT INTO "action" VALUES('48df06d972d08711e30e7e6e07e6d49b','Something else','chosen','2026-11-16','2026-11-16T08:30:00+01:00','2026-W47',NULL,NULL);
CREATE TABLE batch (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at TEXT NOT NULL,
            day TEXT NOT NULL,
            intent TEXT NOT NULL,
            detail TEXT NOT NULL,
            undoes INTEGER REFERENCES batch(id)
        ) STRICT
        ;
INSERT INTO "batch" VALUES(1,'2026-11-16T08:30:00+01:00','2026-11-16','habit-added','{"name":"Calls"}',NULL);
INSERT INTO "batch" VALUES(2,'2026-11-16T08:30:00+01:00','2026-11-16','habit-added','{"name":"L’article du lundi"}',NULL);
INSERT INTO "batch" VALUES(3,'2026-11-16T08:30:00+01:00','2026-11-16','habit-added','{"name":"Proposer une intervention"}',NULL);
INSERT INTO "batch" VALUES(4,'2026-11-16T08:30:00+01:00','2026-11-16','ideas','{"count":2,"title":"Écrire à Ronan"}',NULL);
INSERT INTO "batch" VALUES(5,'2026-11-16T08:30:00+01:00','2026-11-16','committed','{"week":"2026-W47"}',NULL);
INSERT INTO "batch" VALUES(6,'2026-11-16T08:30:00+01:00','2026-11-16','tick','{"name":"Calls","day":"2026-11-16","amount":2000}',NULL);
INSERT INTO "batch" VALUES(7,'2026-11-18T09:10:00+01:00','2026-11-18','tick','{"name":"Calls","day":"2026-11-18","amount":1000}',NULL);
INSERT INTO "batch" VALUES(8,'2026-11-18T09:10:00+01:00','2026-11-18','tick','{"name":"L’article du lundi","day":"2026-11-16","amount":1000}',NULL);
INSERT INTO "batch" VALUES(9,'2026-11-18T09:10:00+01:00','2026-11-18','excused','{"name":"L’article du lundi","day":"2026-11-18","amount":0}',NULL);
INSERT INTO "batch" VALUES(10,'2026-11-18T09:10:00+01:00','2026-11-18','day-off','{"day":"2026-11-20"}',NULL);
INSERT INTO "batch" VALUES(11,'2026-11-18T09:10:00+01:00','2026-11-18','week-storm','{"week":"2026-W46"}',NULL);
INSERT INTO "batch" VALUES(12,'2026-11-18T09:10:00+01:00','2026-11-18','habit-edited','{"name":"Calls"}',NULL);
INSERT INTO "batch" VALUES(13,'2026-11-18T09:10:00+01:00','2026-11-18','habit-archived','{"name":"Proposer une intervention"}',NULL);
INSERT INTO "batch" VALUES(14,'2026-11-18T09:10:00+01:00','2026-11-18','tick','{"name":"Calls","day":"2026-11-18","amount":1000}',NULL);
INSERT INTO "batch" VALUES(15,'2026-11-18T09:10:00+01:00','2026-11-18','undo','{}',14);
CREATE TABLE change (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            batch_id INTEGER NOT NULL REFERENCES batch(id),
            table_name TEXT NOT NULL,
            key TEXT NOT NULL,
            before TEXT,
            after TEXT
        ) STRICT
        ;
INSERT INTO "change" VALUES(1,1,'habit','{"id":"69b00f78ef38d3793578fa9c6cc8e6de"}',NULL,'{"id":"69b00f78ef38d3793578fa9c6cc8e6de","name":"Calls","position":1,"added_on":"2026-11-16","archived_on":null,"minimum":"","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":null}');
INSERT INTO "change" VALUES(2,1,'habit','{"id":"69b00f78ef38d3793578fa9c6cc8e6de"}','{"id":"69b00f78ef38d3793578fa9c6cc8e6de","name":"Calls","position":1,"added_on":"2026-11-16","archived_on":null,"minimum":"","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":null}','{"id":"69b00f78ef38d3793578fa9c6cc8e6de","name":"Calls","position":1,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}');
INSERT INTO "change" VALUES(3,1,'habit_goal','{"habit_id":"69b00f78ef38d3793578fa9c6cc8e6de","from_week":"2026-W47"}',NULL,'{"habit_id":"69b00f78ef38d3793578fa9c6cc8e6de","from_week":"2026-W47","kind":"quota","target":5,"days":"","every":1,"due_from":null}');
INSERT INTO "change" VALUES(4,2,'habit','{"id":"611d0c5855580688ea28696a6dd8d19a"}',NULL,'{"id":"611d0c5855580688ea28696a6dd8d19a","name":"L’article du lundi","position":2,"added_on":"2026-11-16","archived_on":null,"minimum":"","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":null}');
INSERT INTO "change" VALUES(5,2,'habit','{"id":"611d0c5855580688ea28696a6dd8d19a"}','{"id":"611d0c5855580688ea28696a6dd8d19a","name":"L’article du lundi","position":2,"added_on":"2026-11-16","archived_on":null,"minimum":"","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":null}','{"id":"611d0c5855580688ea28696a6dd8d19a","name":"L’article du lundi","position":2,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}');
INSERT INTO "change" VALUES(6,2,'habit_goal','{"habit_id":"611d0c5855580688ea28696a6dd8d19a","from_week":"2026-W47"}',NULL,'{"habit_id":"611d0c5855580688ea28696a6dd8d19a","from_week":"2026-W47","kind":"weekdays","target":2,"days":"14","every":1,"due_from":null}');
INSERT INTO "change" VALUES(7,3,'habit','{"id":"30a68946f2db03a77bedb32e27f6443a"}',NULL,'{"id":"30a68946f2db03a77bedb32e27f6443a","name":"Proposer une intervention","position":3,"added_on":"2026-11-16","archived_on":null,"minimum":"","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":null}');
INSERT INTO "change" VALUES(8,3,'habit','{"id":"30a68946f2db03a77bedb32e27f6443a"}','{"id":"30a68946f2db03a77bedb32e27f6443a","name":"Proposer une intervention","position":3,"added_on":"2026-11-16","archived_on":null,"minimum":"","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":null}','{"id":"30a68946f2db03a77bedb32e27f6443a","name":"Proposer une intervention","position":3,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}');
INSERT INTO "change" VALUES(9,3,'habit_goal','{"habit_id":"30a68946f2db03a77bedb32e27f6443a","from_week":"2026-W47"}',NULL,'{"habit_id":"30a68946f2db03a77bedb32e27f6443a","from_week":"2026-W47","kind":"every","target":1,"days":"","every":4,"due_from":"2026-W47"}');
INSERT INTO "change" VALUES(10,4,'action','{"id":"18ee847bcfea3798d38b5c073c6469df"}',NULL,'{"id":"18ee847bcfea3798d38b5c073c6469df","title":"Écrire à Ronan","state":"idea","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":null,"done_on":null,"minutes":null}');
INSERT INTO "change" VALUES(11,4,'action','{"id":"631c7bfe13854495ea56b65871e4b428"}',NULL,'{"id":"631c7bfe13854495ea56b65871e4b428","title":"Une carte à laisser","state":"idea","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":null,"done_on":null,"minutes":null}');
INSERT INTO "change" VALUES(12,5,'action','{"id":"18ee847bcfea3798d38b5c073c6469df"}','{"id":"18ee847bcfea3798d38b5c073c6469df","title":"Écrire à Ronan","state":"idea","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":null,"done_on":null,"minutes":null}','{"id":"18ee847bcfea3798d38b5c073c6469df","title":"Écrire à Ronan","state":"chosen","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":"2026-W47","done_on":null,"minutes":null}');
INSERT INTO "change" VALUES(13,5,'action','{"id":"48df06d972d08711e30e7e6e07e6d49b"}',NULL,'{"id":"48df06d972d08711e30e7e6e07e6d49b","title":"Something else","state":"chosen","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":"2026-W47","done_on":null,"minutes":null}');
INSERT INTO "change" VALUES(14,5,'plan','{"week":"2026-W47"}',NULL,'{"week":"2026-W47","committed_on":"2026-11-16","committed_at":"2026-11-16T08:30:00+01:00","held_from":85,"ritual_day":1}');
INSERT INTO "change" VALUES(15,5,'plan_line','{"week":"2026-W47","item_id":"69b00f78ef38d3793578fa9c6cc8e6de"}',NULL,'{"week":"2026-W47","item_id":"69b00f78ef38d3793578fa9c6cc8e6de","kind":"habit","position":1,"squares":"12345"}');
INSERT INTO "change" VALUES(16,5,'plan_line','{"week":"2026-W47","item_id":"611d0c5855580688ea28696a6dd8d19a"}',NULL,'{"week":"2026-W47","item_id":"611d0c5855580688ea28696a6dd8d19a","kind":"habit","position":2,"squares":"14"}');
INSERT INTO "change" VALUES(17,5,'plan_line','{"week":"2026-W47","item_id":"30a68946f2db03a77bedb32e27f6443a"}',NULL,'{"week":"2026-W47","item_id":"30a68946f2db03a77bedb32e27f6443a","kind":"habit","position":3,"squares":"1"}');
INSERT INTO "change" VALUES(18,5,'plan_line','{"week":"2026-W47","item_id":"18ee847bcfea3798d38b5c073c6469df"}',NULL,'{"week":"2026-W47","item_id":"18ee847bcfea3798d38b5c073c6469df","kind":"action","position":4,"squares":""}');
INSERT INTO "change" VALUES(19,5,'plan_line','{"week":"2026-W47","item_id":"48df06d972d08711e30e7e6e07e6d49b"}',NULL,'{"week":"2026-W47","item_id":"48df06d972d08711e30e7e6e07e6d49b","kind":"action","position":5,"squares":""}');
INSERT INTO "change" VALUES(20,6,'tick','{"id":"5a3ed03bee754e6ec806feaccc8a0a60"}',NULL,'{"id":"5a3ed03bee754e6ec806feaccc8a0a60","habit_id":"69b00f78ef38d3793578fa9c6cc8e6de","day":"2026-11-16","amount":1000,"smallest":0,"entered_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00"}');
INSERT INTO "change" VALUES(21,6,'tick','{"id":"a168c9e354f64d94893c11df9542f6cd"}',NULL,'{"id":"a168c9e354f64d94893c11df9542f6cd","habit_id":"69b00f78ef38d3793578fa9c6cc8e6de","day":"2026-11-16","amount":1000,"smallest":0,"entered_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00"}');
INSERT INTO "change" VALUES(22,6,'note','{"habit_id":"69b00f78ef38d3793578fa9c6cc8e6de","day":"2026-11-16"}',NULL,'{"habit_id":"69b00f78ef38d3793578fa9c6cc8e6de","day":"2026-11-16","text":"two of them answered"}');
INSERT INTO "change" VALUES(23,7,'tick','{"id":"ffeaec91df1afae7047dcd6186dedd6d"}',NULL,'{"id":"ffeaec91df1afae7047dcd6186dedd6d","habit_id":"69b00f78ef38d3793578fa9c6cc8e6de","day":"2026-11-18","amount":1000,"smallest":1,"entered_on":"2026-11-18","at":"2026-11-18T09:10:00+01:00"}');
INSERT INTO "change" VALUES(24,8,'tick','{"id":"a6a8bb03a0ec9f72f3f72c12eaeef2cc"}',NULL,'{"id":"a6a8bb03a0ec9f72f3f72c12eaeef2cc","habit_id":"611d0c5855580688ea28696a6dd8d19a","day":"2026-11-16","amount":1000,"smallest":0,"entered_on":"2026-11-18","at":"2026-11-18T09:10:00+01:00"}');
INSERT INTO "change" VALUES(25,8,'note','{"habit_id":"611d0c5855580688ea28696a6dd8d19a","day":"2026-11-16"}',NULL,'{"habit_id":"611d0c5855580688ea28696a6dd8d19a","day":"2026-11-16","text":"first line\nsecond line"}');
INSERT INTO "change" VALUES(26,9,'excuse','{"habit_id":"611d0c5855580688ea28696a6dd8d19a","day":"2026-11-18"}',NULL,'{"habit_id":"611d0c5855580688ea28696a6dd8d19a","day":"2026-11-18","reason":"ill"}');
INSERT INTO "change" VALUES(27,10,'day_off','{"day":"2026-11-20"}',NULL,'{"day":"2026-11-20","reason":""}');
INSERT INTO "change" VALUES(28,11,'week_mark','{"week":"2026-W46"}',NULL,'{"week":"2026-W46","kind":"storm","reason":""}');
INSERT INTO "change" VALUES(29,12,'habit','{"id":"69b00f78ef38d3793578fa9c6cc8e6de"}','{"id":"69b00f78ef38d3793578fa9c6cc8e6de","name":"Calls","position":1,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}','{"id":"69b00f78ef38d3793578fa9c6cc8e6de","name":"Calls to clients","position":1,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}');
INSERT INTO "change" VALUES(30,12,'habit_goal','{"habit_id":"69b00f78ef38d3793578fa9c6cc8e6de","from_week":"2026-W48"}',NULL,'{"habit_id":"69b00f78ef38d3793578fa9c6cc8e6de","from_week":"2026-W48","kind":"quota","target":4,"days":"","every":1,"due_from":null}');
INSERT INTO "change" VALUES(31,13,'habit','{"id":"30a68946f2db03a77bedb32e27f6443a"}','{"id":"30a68946f2db03a77bedb32e27f6443a","name":"Proposer une intervention","position":3,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}','{"id":"30a68946f2db03a77bedb32e27f6443a","name":"Proposer une intervention","position":3,"added_on":"2026-11-16","archived_on":"2026-11-18","minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}');
INSERT INTO "change" VALUES(32,14,'tick','{"id":"39ee190b39b18d933de07338e27021ae"}',NULL,'{"id":"39ee190b39b18d933de07338e27021ae","habit_id":"69b00f78ef38d3793578fa9c6cc8e6de","day":"2026-11-18","amount":1000,"smallest":0,"entered_on":"2026-11-18","at":"2026-11-18T09:10:00+01:00"}');
INSERT INTO "change" VALUES(33,15,'tick','{"id":"39ee190b39b18d933de07338e27021ae"}','{"id":"39ee190b39b18d933de07338e27021ae","habit_id":"69b00f78ef38d3793578fa9c6cc8e6de","day":"2026-11-18","amount":1000,"smallest":0,"entered_on":"2026-11-18","at":"2026-11-18T09:10:00+01:00"}',NULL);
CREATE TABLE day_off (day TEXT PRIMARY KEY, reason TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "day_off" VALUES('2026-11-20','');
CREATE TABLE excuse (
            habit_id TEXT NOT NULL REFERENCES habit(id),
            day TEXT NOT NULL,
            reason TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (habit_id, day)
        ) STRICT
        ;
INSERT INTO "excuse" VALUES('611d0c5855580688ea28696a6dd8d19a','2026-11-18','ill');
CREATE TABLE habit (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            position INTEGER NOT NULL,
            added_on TEXT NOT NULL,
            archived_on TEXT,
            minimum TEXT NOT NULL DEFAULT '',
            after TEXT NOT NULL DEFAULT '',
            place TEXT NOT NULL DEFAULT '',
            minutes INTEGER,
            origin TEXT  -- where an import brought it from, so that it is met again
        , usual_time TEXT NOT NULL DEFAULT '', settled_on TEXT, review_on TEXT) STRICT
        ;
INSERT INTO "habit" VALUES('69b00f78ef38d3793578fa9c6cc8e6de','Calls to clients',1,'2026-11-16',NULL,'one message','','',NULL,NULL,'',NULL,'2027-02-15');
INSERT INTO "habit" VALUES('611d0c5855580688ea28696a6dd8d19a','L’article du lundi',2,'2026-11-16',NULL,'one message','the coffee','in the office',10,NULL,'',NULL,'2027-02-15');
INSERT INTO "habit" VALUES('30a68946f2db03a77bedb32e27f6443a','Proposer une intervention',3,'2026-11-16','2026-11-18','one message','the coffee','in the office',10,NULL,'',NULL,'2027-02-15');
CREATE TABLE habit_goal (
            habit_id TEXT NOT NULL REFERENCES habit(id),
            from_week TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('quota', 'weekdays', 'every')),
            target INTEGER NOT NULL CHECK (target > 0),
            days TEXT NOT NULL DEFAULT '',  -- '135' is Monday, Wednesday, Friday
            every INTEGER NOT NULL DEFAULT 1 CHECK (every > 0),
            due_from TEXT,
            PRIMARY KEY (habit_id, from_week)
        ) STRICT
        ;
INSERT INTO "habit_goal" VALUES('69b00f78ef38d3793578fa9c6cc8e6de','2026-W47','quota',5,'',1,NULL);
INSERT INTO "habit_goal" VALUES('611d0c5855580688ea28696a6dd8d19a','2026-W47','weekdays',2,'14',1,NULL);
INSERT INTO "habit_goal" VALUES('30a68946f2db03a77bedb32e27f6443a','2026-W47','every',1,'',4,'2026-W47');
INSERT INTO "habit_goal" VALUES('69b00f78ef38d3793578fa9c6cc8e6de','2026-W48','quota',4,'',1,NULL);
CREATE TABLE habit_pause (  -- put away on a day, taken up again on another
            habit_id TEXT NOT NULL REFERENCES habit(id),
            from_day TEXT NOT NULL,
            to_day TEXT NOT NULL,
            PRIMARY KEY (habit_id, from_day)
        ) STRICT
        ;
CREATE TABLE jargon_word (
            language TEXT NOT NULL,
            term TEXT NOT NULL,
            plain TEXT NOT NULL DEFAULT '',
            severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 3),
            silenced INTEGER NOT NULL DEFAULT 0 CHECK (silenced IN (0, 1)),
            PRIMARY KEY (language, term)
        ) STRICT
        ;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO "meta" VALUES('file_id','0db81cffca4c49f38b0de9f97a0591e7');
CREATE TABLE note (
            habit_id TEXT NOT NULL REFERENCES habit(id),
            day TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (habit_id, day)
        ) STRICT
        ;
INSERT INTO "note" VALUES('69b00f78ef38d3793578fa9c6cc8e6de','2026-11-16','two of them answered');
INSERT INTO "note" VALUES('611d0c5855580688ea28696a6dd8d19a','2026-11-16','first line
second line');
CREATE TABLE open_batch (id INTEGER NOT NULL) STRICT;
CREATE TABLE plan (
            week TEXT PRIMARY KEY,
            committed_on TEXT NOT NULL,
            committed_at TEXT NOT NULL,
            held_from INTEGER NOT NULL
        , ritual_day INTEGER NOT NULL DEFAULT 1 CHECK (ritual_day BETWEEN 1 AND 7)) STRICT
        ;
INSERT INTO "plan" VALUES('2026-W47','2026-11-16','2026-11-16T08:30:00+01:00',85,1);
CREATE TABLE plan_line (
            week TEXT NOT NULL REFERENCES plan(week),
            item_id TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('habit', 'action')),
            position INTEGER NOT NULL,
            squares TEXT NOT NULL DEFAULT '',  -- '22344': two on Tuesday, one on Wednesday, two on Thursday
            PRIMARY KEY (week, item_id)
        ) STRICT
        ;
INSERT INTO "plan_line" VALUES('2026-W47','69b00f78ef38d3793578fa9c6cc8e6de','habit',1,'12345');
INSERT INTO "plan_line" VALUES('2026-W47','611d0c5855580688ea28696a6dd8d19a','habit',2,'14');
INSERT INTO "plan_line" VALUES('2026-W47','30a68946f2db03a77bedb32e27f6443a','habit',3,'1');
INSERT INTO "plan_line" VALUES('2026-W47','18ee847bcfea3798d38b5c073c6469df','action',4,'');
INSERT INTO "plan_line" VALUES('2026-W47','48df06d972d08711e30e7e6e07e6d49b','action',5,'');
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE tick (
            id TEXT PRIMARY KEY,
            habit_id TEXT NOT NULL REFERENCES habit(id),
            day TEXT NOT NULL,
            amount INTEGER NOT NULL CHECK (amount > 0),  -- thousandths
            smallest INTEGER NOT NULL DEFAULT 0 CHECK (smallest IN (0, 1)),
            entered_on TEXT NOT NULL,  -- later than day: back-filled
            at TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "tick" VALUES('5a3ed03bee754e6ec806feaccc8a0a60','69b00f78ef38d3793578fa9c6cc8e6de','2026-11-16',1000,0,'2026-11-16','2026-11-16T08:30:00+01:00');
INSERT INTO "tick" VALUES('a168c9e354f64d94893c11df9542f6cd','69b00f78ef38d3793578fa9c6cc8e6de','2026-11-16',1000,0,'2026-11-16','2026-11-16T08:30:00+01:00');
INSERT INTO "tick" VALUES('ffeaec91df1afae7047dcd6186dedd6d','69b00f78ef38d3793578fa9c6cc8e6de','2026-11-18',1000,1,'2026-11-18','2026-11-18T09:10:00+01:00');
INSERT INTO "tick" VALUES('a6a8bb03a0ec9f72f3f72c12eaeef2cc','611d0c5855580688ea28696a6dd8d19a','2026-11-16',1000,0,'2026-11-18','2026-11-18T09:10:00+01:00');
CREATE TABLE week_mark (
            week TEXT PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('off', 'storm')),
            reason TEXT NOT NULL DEFAULT ''
        ) STRICT
        ;
INSERT INTO "week_mark" VALUES('2026-W46','storm','');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX tick_by_day ON tick(day, habit_id);
CREATE INDEX tick_by_habit ON tick(habit_id, day);
CREATE INDEX action_by_week ON action(week);
CREATE INDEX batch_by_undone ON batch(undoes);
CREATE INDEX change_by_batch ON change(batch_id);
CREATE TRIGGER journal_setting_insert AFTER INSERT ON setting WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'setting', json_object('key', new.key), NULL, json_object('key', new.key, 'value', new.value) FROM open_batch;
            END;
CREATE TRIGGER journal_setting_update AFTER UPDATE ON setting WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'setting', json_object('key', new.key), json_object('key', old.key, 'value', old.value), json_object('key', new.key, 'value', new.value) FROM open_batch;
            END;
CREATE TRIGGER journal_setting_delete AFTER DELETE ON setting WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'setting', json_object('key', old.key), json_object('key', old.key, 'value', old.value), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_habit_goal_insert AFTER INSERT ON habit_goal WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'habit_goal', json_object('habit_id', new.habit_id, 'from_week', new.from_week), NULL, json_object('habit_id', new.habit_id, 'from_week', new.from_week, 'kind', new.kind, 'target', new.target, 'days', new.days, 'every', new.every, 'due_from', new.due_from) FROM open_batch;
            END;
CREATE TRIGGER journal_habit_goal_update AFTER UPDATE ON habit_goal WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'habit_goal', json_object('habit_id', new.habit_id, 'from_week', new.from_week), json_object('habit_id', old.habit_id, 'from_week', old.from_week, 'kind', old.kind, 'target', old.target, 'days', old.days, 'every', old.every, 'due_from', old.due_from), json_object('habit_id', new.habit_id, 'from_week', new.from_week, 'kind', new.kind, 'target', new.target, 'days', new.days, 'every', new.every, 'due_from', new.due_from) FROM open_batch;
            END;
CREATE TRIGGER journal_habit_goal_delete AFTER DELETE ON habit_goal WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'habit_goal', json_object('habit_id', old.habit_id, 'from_week', old.from_week), json_object('habit_id', old.habit_id, 'from_week', old.from_week, 'kind', old.kind, 'target', old.target, 'days', old.days, 'every', old.every, 'due_from', old.due_from), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_tick_insert AFTER INSERT ON tick WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'tick', json_object('id', new.id), NULL, json_object('id', new.id, 'habit_id', new.habit_id, 'day', new.day, 'amount', new.amount, 'smallest', new.smallest, 'entered_on', new.entered_on, 'at', new.at) FROM open_batch;
            END;
CREATE TRIGGER journal_tick_update AFTER UPDATE ON tick WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'tick', json_object('id', new.id), json_object('id', old.id, 'habit_id', old.habit_id, 'day', old.day, 'amount', old.amount, 'smallest', old.smallest, 'entered_on', old.entered_on, 'at', old.at), json_object('id', new.id, 'habit_id', new.habit_id, 'day', new.day, 'amount', new.amount, 'smallest', new.smallest, 'entered_on', new.entered_on, 'at', new.at) FROM open_batch;
            END;
CREATE TRIGGER journal_tick_delete AFTER DELETE ON tick WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'tick', json_object('id', old.id), json_object('id', old.id, 'habit_id', old.habit_id, 'day', old.day, 'amount', old.amount, 'smallest', old.smallest, 'entered_on', old.entered_on, 'at', old.at), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_note_insert AFTER INSERT ON note WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'note', json_object('habit_id', new.habit_id, 'day', new.day), NULL, json_object('habit_id', new.habit_id, 'day', new.day, 'text', new.text) FROM open_batch;
            END;
CREATE TRIGGER journal_note_update AFTER UPDATE ON note WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'note', json_object('habit_id', new.habit_id, 'day', new.day), json_object('habit_id', old.habit_id, 'day', old.day, 'text', old.text), json_object('habit_id', new.habit_id, 'day', new.day, 'text', new.text) FROM open_batch;
            END;
CREATE TRIGGER journal_note_delete AFTER DELETE ON note WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'note', json_object('habit_id', old.habit_id, 'day', old.day), json_object('habit_id', old.habit_id, 'day', old.day, 'text', old.text), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_day_off_insert AFTER INSERT ON day_off WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'day_off', json_object('day', new.day), NULL, json_object('day', new.day, 'reason', new.reason) FROM open_batch;
            END;
CREATE TRIGGER journal_day_off_update AFTER UPDATE ON day_off WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'day_off', json_object('day', new.day), json_object('day', old.day, 'reason', old.reason), json_object('day', new.day, 'reason', new.reason) FROM open_batch;
            END;
CREATE TRIGGER journal_day_off_delete AFTER DELETE ON day_off WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'day_off', json_object('day', old.day), json_object('day', old.day, 'reason', old.reason), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_excuse_insert AFTER INSERT ON excuse WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'excuse', json_object('habit_id', new.habit_id, 'day', new.day), NULL, json_object('habit_id', new.habit_id, 'day', new.day, 'reason', new.reason) FROM open_batch;
            END;
CREATE TRIGGER journal_excuse_update AFTER UPDATE ON excuse WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'excuse', json_object('habit_id', new.habit_id, 'day', new.day), json_object('habit_id', old.habit_id, 'day', old.day, 'reason', old.reason), json_object('habit_id', new.habit_id, 'day', new.day, 'reason', new.reason) FROM open_batch;
            END;
CREATE TRIGGER journal_excuse_delete AFTER DELETE ON excuse WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'excuse', json_object('habit_id', old.habit_id, 'day', old.day), json_object('habit_id', old.habit_id, 'day', old.day, 'reason', old.reason), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_week_mark_insert AFTER INSERT ON week_mark WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'week_mark', json_object('week', new.week), NULL, json_object('week', new.week, 'kind', new.kind, 'reason', new.reason) FROM open_batch;
            END;
CREATE TRIGGER journal_week_mark_update AFTER UPDATE ON week_mark WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'week_mark', json_object('week', new.week), json_object('week', old.week, 'kind', old.kind, 'reason', old.reason), json_object('week', new.week, 'kind', new.kind, 'reason', new.reason) FROM open_batch;
            END;
CREATE TRIGGER journal_week_mark_delete AFTER DELETE ON week_mark WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'week_mark', json_object('week', old.week), json_object('week', old.week, 'kind', old.kind, 'reason', old.reason), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_plan_line_insert AFTER INSERT ON plan_line WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'plan_line', json_object('week', new.week, 'item_id', new.item_id), NULL, json_object('week', new.week, 'item_id', new.item_id, 'kind', new.kind, 'position', new.position, 'squares', new.squares) FROM open_batch;
            END;
CREATE TRIGGER journal_plan_line_update AFTER UPDATE ON plan_line WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'plan_line', json_object('week', new.week, 'item_id', new.item_id), json_object('week', old.week, 'item_id', old.item_id, 'kind', old.kind, 'position', old.position, 'squares', old.squares), json_object('week', new.week, 'item_id', new.item_id, 'kind', new.kind, 'position', new.position, 'squares', new.squares) FROM open_batch;
            END;
CREATE TRIGGER journal_plan_line_delete AFTER DELETE ON plan_line WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'plan_line', json_object('week', old.week, 'item_id', old.item_id), json_object('week', old.week, 'item_id', old.item_id, 'kind', old.kind, 'position', old.position, 'squares', old.squares), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_action_insert AFTER INSERT ON action WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'action', json_object('id', new.id), NULL, json_object('id', new.id, 'title', new.title, 'state', new.state, 'added_on', new.added_on, 'at', new.at, 'week', new.week, 'done_on', new.done_on, 'minutes', new.minutes) FROM open_batch;
            END;
CREATE TRIGGER journal_action_update AFTER UPDATE ON action WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'action', json_object('id', new.id), json_object('id', old.id, 'title', old.title, 'state', old.state, 'added_on', old.added_on, 'at', old.at, 'week', old.week, 'done_on', old.done_on, 'minutes', old.minutes), json_object('id', new.id, 'title', new.title, 'state', new.state, 'added_on', new.added_on, 'at', new.at, 'week', new.week, 'done_on', new.done_on, 'minutes', new.minutes) FROM open_batch;
            END;
CREATE TRIGGER journal_action_delete AFTER DELETE ON action WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'action', json_object('id', old.id), json_object('id', old.id, 'title', old.title, 'state', old.state, 'added_on', old.added_on, 'at', old.at, 'week', old.week, 'done_on', old.done_on, 'minutes', old.minutes), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_habit_insert AFTER INSERT ON habit WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'habit', json_object('id', new.id), NULL, json_object('id', new.id, 'name', new.name, 'position', new.position, 'added_on', new.added_on, 'archived_on', new.archived_on, 'minimum', new.minimum, 'after', new.after, 'place', new.place, 'minutes', new.minutes, 'origin', new.origin, 'usual_time', new.usual_time, 'settled_on', new.settled_on, 'review_on', new.review_on) FROM open_batch;
            END;
CREATE TRIGGER journal_habit_update AFTER UPDATE ON habit WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'habit', json_object('id', new.id), json_object('id', old.id, 'name', old.name, 'position', old.position, 'added_on', old.added_on, 'archived_on', old.archived_on, 'minimum', old.minimum, 'after', old.after, 'place', old.place, 'minutes', old.minutes, 'origin', old.origin, 'usual_time', old.usual_time, 'settled_on', old.settled_on, 'review_on', old.review_on), json_object('id', new.id, 'name', new.name, 'position', new.position, 'added_on', new.added_on, 'archived_on', new.archived_on, 'minimum', new.minimum, 'after', new.after, 'place', new.place, 'minutes', new.minutes, 'origin', new.origin, 'usual_time', new.usual_time, 'settled_on', new.settled_on, 'review_on', new.review_on) FROM open_batch;
            END;
CREATE TRIGGER journal_habit_delete AFTER DELETE ON habit WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'habit', json_object('id', old.id), json_object('id', old.id, 'name', old.name, 'position', old.position, 'added_on', old.added_on, 'archived_on', old.archived_on, 'minimum', old.minimum, 'after', old.after, 'place', old.place, 'minutes', old.minutes, 'origin', old.origin, 'usual_time', old.usual_time, 'settled_on', old.settled_on, 'review_on', old.review_on), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_habit_pause_insert AFTER INSERT ON habit_pause WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'habit_pause', json_object('habit_id', new.habit_id, 'from_day', new.from_day), NULL, json_object('habit_id', new.habit_id, 'from_day', new.from_day, 'to_day', new.to_day) FROM open_batch;
            END;
CREATE TRIGGER journal_habit_pause_update AFTER UPDATE ON habit_pause WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'habit_pause', json_object('habit_id', new.habit_id, 'from_day', new.from_day), json_object('habit_id', old.habit_id, 'from_day', old.from_day, 'to_day', old.to_day), json_object('habit_id', new.habit_id, 'from_day', new.from_day, 'to_day', new.to_day) FROM open_batch;
            END;
CREATE TRIGGER journal_habit_pause_delete AFTER DELETE ON habit_pause WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'habit_pause', json_object('habit_id', old.habit_id, 'from_day', old.from_day), json_object('habit_id', old.habit_id, 'from_day', old.from_day, 'to_day', old.to_day), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_plan_insert AFTER INSERT ON plan WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'plan', json_object('week', new.week), NULL, json_object('week', new.week, 'committed_on', new.committed_on, 'committed_at', new.committed_at, 'held_from', new.held_from, 'ritual_day', new.ritual_day) FROM open_batch;
            END;
CREATE TRIGGER journal_plan_update AFTER UPDATE ON plan WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'plan', json_object('week', new.week), json_object('week', old.week, 'committed_on', old.committed_on, 'committed_at', old.committed_at, 'held_from', old.held_from, 'ritual_day', old.ritual_day), json_object('week', new.week, 'committed_on', new.committed_on, 'committed_at', new.committed_at, 'held_from', new.held_from, 'ritual_day', new.ritual_day) FROM open_batch;
            END;
CREATE TRIGGER journal_plan_delete AFTER DELETE ON plan WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'plan', json_object('week', old.week), json_object('week', old.week, 'committed_on', old.committed_on, 'committed_at', old.committed_at, 'held_from', old.held_from, 'ritual_day', old.ritual_day), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_jargon_word_insert AFTER INSERT ON jargon_word WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'jargon_word', json_object('language', new.language, 'term', new.term), NULL, json_object('language', new.language, 'term', new.term, 'plain', new.plain, 'severity', new.severity, 'silenced', new.silenced) FROM open_batch;
            END;
CREATE TRIGGER journal_jargon_word_update AFTER UPDATE ON jargon_word WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'jargon_word', json_object('language', new.language, 'term', new.term), json_object('language', old.language, 'term', old.term, 'plain', old.plain, 'severity', old.severity, 'silenced', old.silenced), json_object('language', new.language, 'term', new.term, 'plain', new.plain, 'severity', new.severity, 'silenced', new.silenced) FROM open_batch;
            END;
CREATE TRIGGER journal_jargon_word_delete AFTER DELETE ON jargon_word WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'jargon_word', json_object('language', old.language, 'term', old.term), json_object('language', old.language, 'term', old.term, 'plain', old.plain, 'severity', old.severity, 'silenced', old.silenced), NULL FROM open_batch;
            END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('batch',15);
INSERT INTO "sqlite_sequence" VALUES('change',33);
COMMIT;
PRAGMA application_id = 1819635300;
PRAGMA user_version = 3;
