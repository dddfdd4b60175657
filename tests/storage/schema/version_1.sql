BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'lundi','m001_a_week_that_can_be_ticked','2026-11-22 03:55:57.901099+00:00');
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
INSERT INTO "action" VALUES('b928dac36c33578dc6383a6fdc0aa260','Écrire à Ronan','chosen','2026-11-16','2026-11-16T08:30:00+01:00','2026-W47',NULL,NULL);
INSERT INTO "action" VALUES('efc6c71be7383c78feb166a5c50e08a7','Une carte à laisser','idea','2026-11-16','2026-11-16T08:30:00+01:00',NULL,NULL,NULL);
INSERT INTO "action" VALUES('f1b1d29a6b1d71e6bfb079d4ea427f53','Something else','chosen','2026-11-16','2026-11-16T08:30:00+01:00','2026-W47',NULL,NULL);
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
INSERT INTO "change" VALUES(1,1,'habit','{"id":"04f760e02bf06b9e06ccd5a108a8554c"}',NULL,'{"id":"04f760e02bf06b9e06ccd5a108a8554c","name":"Calls","position":1,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null}');
INSERT INTO "change" VALUES(2,1,'habit_goal','{"habit_id":"04f760e02bf06b9e06ccd5a108a8554c","from_week":"2026-W47"}',NULL,'{"habit_id":"04f760e02bf06b9e06ccd5a108a8554c","from_week":"2026-W47","kind":"quota","target":5,"days":"","every":1,"due_from":null}');
INSERT INTO "change" VALUES(3,2,'habit','{"id":"4a5d11c31327af950e5d99657098cd7b"}',NULL,'{"id":"4a5d11c31327af950e5d99657098cd7b","name":"L’article du lundi","position":2,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null}');
INSERT INTO "change" VALUES(4,2,'habit_goal','{"habit_id":"4a5d11c31327af950e5d99657098cd7b","from_week":"2026-W47"}',NULL,'{"habit_id":"4a5d11c31327af950e5d99657098cd7b","from_week":"2026-W47","kind":"weekdays","target":2,"days":"14","every":1,"due_from":null}');
INSERT INTO "change" VALUES(5,3,'habit','{"id":"d31a711dae9d5259d4e9324dcd619a57"}',NULL,'{"id":"d31a711dae9d5259d4e9324dcd619a57","name":"Proposer une intervention","position":3,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null}');
INSERT INTO "change" VALUES(6,3,'habit_goal','{"habit_id":"d31a711dae9d5259d4e9324dcd619a57","from_week":"2026-W47"}',NULL,'{"habit_id":"d31a711dae9d5259d4e9324dcd619a57","from_week":"2026-W47","kind":"every","target":1,"days":"","every":4,"due_from":"2026-W47"}');
INSERT INTO "change" VALUES(7,4,'action','{"id":"b928dac36c33578dc6383a6fdc0aa260"}',NULL,'{"id":"b928dac36c33578dc6383a6fdc0aa260","title":"Écrire à Ronan","state":"idea","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":null,"done_on":null,"minutes":null}');
INSERT INTO "change" VALUES(8,4,'action','{"id":"efc6c71be7383c78feb166a5c50e08a7"}',NULL,'{"id":"efc6c71be7383c78feb166a5c50e08a7","title":"Une carte à laisser","state":"idea","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":null,"done_on":null,"minutes":null}');
INSERT INTO "change" VALUES(9,5,'action','{"id":"b928dac36c33578dc6383a6fdc0aa260"}','{"id":"b928dac36c33578dc6383a6fdc0aa260","title":"Écrire à Ronan","state":"idea","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":null,"done_on":null,"minutes":null}','{"id":"b928dac36c33578dc6383a6fdc0aa260","title":"Écrire à Ronan","state":"chosen","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":"2026-W47","done_on":null,"minutes":null}');
INSERT INTO "change" VALUES(10,5,'action','{"id":"f1b1d29a6b1d71e6bfb079d4ea427f53"}',NULL,'{"id":"f1b1d29a6b1d71e6bfb079d4ea427f53","title":"Something else","state":"chosen","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":"2026-W47","done_on":null,"minutes":null}');
INSERT INTO "change" VALUES(11,5,'plan','{"week":"2026-W47"}',NULL,'{"week":"2026-W47","committed_on":"2026-11-16","committed_at":"2026-11-16T08:30:00+01:00","held_from":85}');
INSERT INTO "change" VALUES(12,5,'plan_line','{"week":"2026-W47","item_id":"04f760e02bf06b9e06ccd5a108a8554c"}',NULL,'{"week":"2026-W47","item_id":"04f760e02bf06b9e06ccd5a108a8554c","kind":"habit","position":1,"squares":"12345"}');
INSERT INTO "change" VALUES(13,5,'plan_line','{"week":"2026-W47","item_id":"4a5d11c31327af950e5d99657098cd7b"}',NULL,'{"week":"2026-W47","item_id":"4a5d11c31327af950e5d99657098cd7b","kind":"habit","position":2,"squares":"14"}');
INSERT INTO "change" VALUES(14,5,'plan_line','{"week":"2026-W47","item_id":"d31a711dae9d5259d4e9324dcd619a57"}',NULL,'{"week":"2026-W47","item_id":"d31a711dae9d5259d4e9324dcd619a57","kind":"habit","position":3,"squares":"1"}');
INSERT INTO "change" VALUES(15,5,'plan_line','{"week":"2026-W47","item_id":"b928dac36c33578dc6383a6fdc0aa260"}',NULL,'{"week":"2026-W47","item_id":"b928dac36c33578dc6383a6fdc0aa260","kind":"action","position":4,"squares":""}');
INSERT INTO "change" VALUES(16,5,'plan_line','{"week":"2026-W47","item_id":"f1b1d29a6b1d71e6bfb079d4ea427f53"}',NULL,'{"week":"2026-W47","item_id":"f1b1d29a6b1d71e6bfb079d4ea427f53","kind":"action","position":5,"squares":""}');
INSERT INTO "change" VALUES(17,6,'tick','{"id":"da78e7f2909b3acc3566ecd7587136fd"}',NULL,'{"id":"da78e7f2909b3acc3566ecd7587136fd","habit_id":"04f760e02bf06b9e06ccd5a108a8554c","day":"2026-11-16","amount":1000,"smallest":0,"entered_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00"}');
INSERT INTO "change" VALUES(18,6,'tick','{"id":"26d94d27b3218e9e334556225d611a18"}',NULL,'{"id":"26d94d27b3218e9e334556225d611a18","habit_id":"04f760e02bf06b9e06ccd5a108a8554c","day":"2026-11-16","amount":1000,"smallest":0,"entered_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00"}');
INSERT INTO "change" VALUES(19,6,'note','{"habit_id":"04f760e02bf06b9e06ccd5a108a8554c","day":"2026-11-16"}',NULL,'{"habit_id":"04f760e02bf06b9e06ccd5a108a8554c","day":"2026-11-16","text":"two of them answered"}');
INSERT INTO "change" VALUES(20,7,'tick','{"id":"94279cb4431c553afeeac85532806123"}',NULL,'{"id":"94279cb4431c553afeeac85532806123","habit_id":"04f760e02bf06b9e06ccd5a108a8554c","day":"2026-11-18","amount":1000,"smallest":1,"entered_on":"2026-11-18","at":"2026-11-18T09:10:00+01:00"}');
INSERT INTO "change" VALUES(21,8,'tick','{"id":"49dc41da58d816a296421ad0bd7f9b7e"}',NULL,'{"id":"49dc41da58d816a296421ad0bd7f9b7e","habit_id":"4a5d11c31327af950e5d99657098cd7b","day":"2026-11-16","amount":1000,"smallest":0,"entered_on":"2026-11-18","at":"2026-11-18T09:10:00+01:00"}');
INSERT INTO "change" VALUES(22,8,'note','{"habit_id":"4a5d11c31327af950e5d99657098cd7b","day":"2026-11-16"}',NULL,'{"habit_id":"4a5d11c31327af950e5d99657098cd7b","day":"2026-11-16","text":"first line\nsecond line"}');
INSERT INTO "change" VALUES(23,9,'excuse','{"habit_id":"4a5d11c31327af950e5d99657098cd7b","day":"2026-11-18"}',NULL,'{"habit_id":"4a5d11c31327af950e5d99657098cd7b","day":"2026-11-18","reason":"ill"}');
INSERT INTO "change" VALUES(24,10,'day_off','{"day":"2026-11-20"}',NULL,'{"day":"2026-11-20","reason":""}');
INSERT INTO "change" VALUES(25,11,'week_mark','{"week":"2026-W46"}',NULL,'{"week":"2026-W46","kind":"storm","reason":""}');
INSERT INTO "change" VALUES(26,12,'habit','{"id":"04f760e02bf06b9e06ccd5a108a8554c"}','{"id":"04f760e02bf06b9e06ccd5a108a8554c","name":"Calls","position":1,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null}','{"id":"04f760e02bf06b9e06ccd5a108a8554c","name":"Calls to clients","position":1,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"","place":"","minutes":null,"origin":null}');
INSERT INTO "change" VALUES(27,12,'habit_goal','{"habit_id":"04f760e02bf06b9e06ccd5a108a8554c","from_week":"2026-W48"}',NULL,'{"habit_id":"04f760e02bf06b9e06ccd5a108a8554c","from_week":"2026-W48","kind":"quota","target":4,"days":"","every":1,"due_from":null}');
INSERT INTO "change" VALUES(28,13,'habit','{"id":"d31a711dae9d5259d4e9324dcd619a57"}','{"id":"d31a711dae9d5259d4e9324dcd619a57","name":"Proposer une intervention","position":3,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null}','{"id":"d31a711dae9d5259d4e9324dcd619a57","name":"Proposer une intervention","position":3,"added_on":"2026-11-16","archived_on":"2026-11-18","minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null}');
INSERT INTO "change" VALUES(29,14,'tick','{"id":"97acc4e3ec453d9e63149805cd0c9bb8"}',NULL,'{"id":"97acc4e3ec453d9e63149805cd0c9bb8","habit_id":"04f760e02bf06b9e06ccd5a108a8554c","day":"2026-11-18","amount":1000,"smallest":0,"entered_on":"2026-11-18","at":"2026-11-18T09:10:00+01:00"}');
INSERT INTO "change" VALUES(30,15,'tick','{"id":"97acc4e3ec453d9e63149805cd0c9bb8"}','{"id":"97acc4e3ec453d9e63149805cd0c9bb8","habit_id":"04f760e02bf06b9e06ccd5a108a8554c","day":"2026-11-18","amount":1000,"smallest":0,"entered_on":"2026-11-18","at":"2026-11-18T09:10:00+01:00"}',NULL);
CREATE TABLE day_off (day TEXT PRIMARY KEY, reason TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "day_off" VALUES('2026-11-20','');
CREATE TABLE excuse (
            habit_id TEXT NOT NULL REFERENCES habit(id),
            day TEXT NOT NULL,
            reason TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (habit_id, day)
        ) STRICT
        ;
INSERT INTO "excuse" VALUES('4a5d11c31327af950e5d99657098cd7b','2026-11-18','ill');
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
        ) STRICT
        ;
INSERT INTO "habit" VALUES('04f760e02bf06b9e06ccd5a108a8554c','Calls to clients',1,'2026-11-16',NULL,'one message','','',NULL,NULL);
INSERT INTO "habit" VALUES('4a5d11c31327af950e5d99657098cd7b','L’article du lundi',2,'2026-11-16',NULL,'one message','the coffee','in the office',10,NULL);
INSERT INTO "habit" VALUES('d31a711dae9d5259d4e9324dcd619a57','Proposer une intervention',3,'2026-11-16','2026-11-18','one message','the coffee','in the office',10,NULL);
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
INSERT INTO "habit_goal" VALUES('04f760e02bf06b9e06ccd5a108a8554c','2026-W47','quota',5,'',1,NULL);
INSERT INTO "habit_goal" VALUES('4a5d11c31327af950e5d99657098cd7b','2026-W47','weekdays',2,'14',1,NULL);
INSERT INTO "habit_goal" VALUES('d31a711dae9d5259d4e9324dcd619a57','2026-W47','every',1,'',4,'2026-W47');
INSERT INTO "habit_goal" VALUES('04f760e02bf06b9e06ccd5a108a8554c','2026-W48','quota',4,'',1,NULL);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO "meta" VALUES('file_id','7b70b78212ae46f99ebc58d5195643a6');
CREATE TABLE note (
            habit_id TEXT NOT NULL REFERENCES habit(id),
            day TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (habit_id, day)
        ) STRICT
        ;
INSERT INTO "note" VALUES('04f760e02bf06b9e06ccd5a108a8554c','2026-11-16','two of them answered');
INSERT INTO "note" VALUES('4a5d11c31327af950e5d99657098cd7b','2026-11-16','first line
second line');
CREATE TABLE open_batch (id INTEGER NOT NULL) STRICT;
CREATE TABLE plan (
            week TEXT PRIMARY KEY,
            committed_on TEXT NOT NULL,
            committed_at TEXT NOT NULL,
            held_from INTEGER NOT NULL
        ) STRICT
        ;
INSERT INTO "plan" VALUES('2026-W47','2026-11-16','2026-11-16T08:30:00+01:00',85);
CREATE TABLE plan_line (
            week TEXT NOT NULL REFERENCES plan(week),
            item_id TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('habit', 'action')),
            position INTEGER NOT NULL,
            squares TEXT NOT NULL DEFAULT '',  -- '22344': two on Tuesday, one on Wednesday, two on Thursday
            PRIMARY KEY (week, item_id)
        ) STRICT
        ;
INSERT INTO "plan_line" VALUES('2026-W47','04f760e02bf06b9e06ccd5a108a8554c','habit',1,'12345');
INSERT INTO "plan_line" VALUES('2026-W47','4a5d11c31327af950e5d99657098cd7b','habit',2,'14');
INSERT INTO "plan_line" VALUES('2026-W47','d31a711dae9d5259d4e9324dcd619a57','habit',3,'1');
INSERT INTO "plan_line" VALUES('2026-W47','b928dac36c33578dc6383a6fdc0aa260','action',4,'');
INSERT INTO "plan_line" VALUES('2026-W47','f1b1d29a6b1d71e6bfb079d4ea427f53','action',5,'');
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
INSERT INTO "tick" VALUES('da78e7f2909b3acc3566ecd7587136fd','04f760e02bf06b9e06ccd5a108a8554c','2026-11-16',1000,0,'2026-11-16','2026-11-16T08:30:00+01:00');
INSERT INTO "tick" VALUES('26d94d27b3218e9e334556225d611a18','04f760e02bf06b9e06ccd5a108a8554c','2026-11-16',1000,0,'2026-11-16','2026-11-16T08:30:00+01:00');
INSERT INTO "tick" VALUES('94279cb4431c553afeeac85532806123','04f760e02bf06b9e06ccd5a108a8554c','2026-11-18',1000,1,'2026-11-18','2026-11-18T09:10:00+01:00');
INSERT INTO "tick" VALUES('49dc41da58d816a296421ad0bd7f9b7e','4a5d11c31327af950e5d99657098cd7b','2026-11-16',1000,0,'2026-11-18','2026-11-18T09:10:00+01:00');
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
CREATE TRIGGER journal_habit_insert AFTER INSERT ON habit WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'habit', json_object('id', new.id), NULL, json_object('id', new.id, 'name', new.name, 'position', new.position, 'added_on', new.added_on, 'archived_on', new.archived_on, 'minimum', new.minimum, 'after', new.after, 'place', new.place, 'minutes', new.minutes, 'origin', new.origin) FROM open_batch;
            END;
CREATE TRIGGER journal_habit_update AFTER UPDATE ON habit WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'habit', json_object('id', new.id), json_object('id', old.id, 'name', old.name, 'position', old.position, 'added_on', old.added_on, 'archived_on', old.archived_on, 'minimum', old.minimum, 'after', old.after, 'place', old.place, 'minutes', old.minutes, 'origin', old.origin), json_object('id', new.id, 'name', new.name, 'position', new.position, 'added_on', new.added_on, 'archived_on', new.archived_on, 'minimum', new.minimum, 'after', new.after, 'place', new.place, 'minutes', new.minutes, 'origin', new.origin) FROM open_batch;
            END;
CREATE TRIGGER journal_habit_delete AFTER DELETE ON habit WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'habit', json_object('id', old.id), json_object('id', old.id, 'name', old.name, 'position', old.position, 'added_on', old.added_on, 'archived_on', old.archived_on, 'minimum', old.minimum, 'after', old.after, 'place', old.place, 'minutes', old.minutes, 'origin', old.origin), NULL FROM open_batch;
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
CREATE TRIGGER journal_plan_insert AFTER INSERT ON plan WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'plan', json_object('week', new.week), NULL, json_object('week', new.week, 'committed_on', new.committed_on, 'committed_at', new.committed_at, 'held_from', new.held_from) FROM open_batch;
            END;
CREATE TRIGGER journal_plan_update AFTER UPDATE ON plan WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'plan', json_object('week', new.week), json_object('week', old.week, 'committed_on', old.committed_on, 'committed_at', old.committed_at, 'held_from', old.held_from), json_object('week', new.week, 'committed_on', new.committed_on, 'committed_at', new.committed_at, 'held_from', new.held_from) FROM open_batch;
            END;
CREATE TRIGGER journal_plan_delete AFTER DELETE ON plan WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'plan', json_object('week', old.week), json_object('week', old.week, 'committed_on', old.committed_on, 'committed_at', old.committed_at, 'held_from', old.held_from), NULL FROM open_batch;
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('batch',15);
INSERT INTO "sqlite_sequence" VALUES('change',30);
COMMIT;
PRAGMA application_id = 1819635300;
PRAGMA user_version = 1;
