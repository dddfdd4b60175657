BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'lundi','m001_a_week_that_can_be_ticked','2026-11-22 10:56:58.538027+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'lundi','m002_a_base_to_trust','2026-11-22 10:56:58.540897+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'lundi','m003_words_of_ones_own','2026-11-22 10:56:58.541289+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'lundi','m004_three_years_and_one_campaign','2026-11-22 10:56:58.544932+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'lundi','m005_an_emptied_head','2026-11-22 10:56:58.549752+00:00');
CREATE TABLE action (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('idea', 'chosen', 'dropped')),
            added_on TEXT NOT NULL,
            at TEXT NOT NULL,
            week TEXT,  -- the week it was last chosen for
            done_on TEXT,
            minutes INTEGER
        , enough TEXT NOT NULL DEFAULT '', for_whom TEXT NOT NULL DEFAULT '' CHECK (for_whom IN ('', 'me', 'client', 'both')), times_chosen INTEGER NOT NULL DEFAULT 0, line_id TEXT REFERENCES choice(id), parent_id TEXT REFERENCES action(id)) STRICT
        ;
INSERT INTO "action" VALUES('4ded4269a2d4b556c400c1cc30fffc93','Écrire à Ronan','chosen','2026-11-16','2026-11-16T08:30:00+01:00','2026-W47',NULL,NULL,'','',1,NULL,NULL);
INSERT INTO "action" VALUES('b63a8d8a496cdcd0cb9c4851c95100e5','Une carte à laisser','idea','2026-11-16','2026-11-16T08:30:00+01:00',NULL,NULL,NULL,'','',0,NULL,NULL);
INSERT INTO "action" VALUES('e8dd19c7eef7be5862d3c065176f9387','Something else','chosen','2026-11-16','2026-11-16T08:30:00+01:00','2026-W47',NULL,NULL,'','',1,NULL,NULL);
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
CREATE TABLE campaign (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            goal TEXT NOT NULL DEFAULT '',
            offer TEXT NOT NULL DEFAULT '',
            audience TEXT NOT NULL DEFAULT '',
            reader TEXT NOT NULL DEFAULT '',
            line_id TEXT REFERENCES choice(id),
            channel_id TEXT REFERENCES choice(id),
            starts_on TEXT,
            ends_on TEXT,
            enough TEXT NOT NULL DEFAULT '',
            attempt TEXT NOT NULL DEFAULT '',  -- what is tried this time...
            attempt_worked TEXT NOT NULL DEFAULT '' CHECK (attempt_worked IN ('', 'yes', 'no')),
            spent INTEGER NOT NULL DEFAULT 0,  -- cents
            message TEXT NOT NULL DEFAULT '',
            first_draft TEXT NOT NULL DEFAULT '',  -- the message as it was before the client's view
            for_me TEXT NOT NULL DEFAULT '',  -- the client's three questions
            so_what TEXT NOT NULL DEFAULT '',
            what_now TEXT NOT NULL DEFAULT '',
            parent_id TEXT REFERENCES campaign(id),  -- adapted or repeated from
            added_on TEXT NOT NULL,
            started_on TEXT,
            hides_weakness TEXT NOT NULL DEFAULT '' CHECK (hides_weakness IN ('', 'yes', 'no')),
            started_anyway TEXT NOT NULL DEFAULT '',  -- why, with points of the start list open
            first_end TEXT,  -- the end before it was lengthened
            lengthened_why TEXT NOT NULL DEFAULT '',
            closed_on TEXT,
            verdict TEXT NOT NULL DEFAULT '' CHECK (verdict IN ('', 'stop', 'repeat', 'adapt', 'programme')),
            reached TEXT NOT NULL DEFAULT '' CHECK (reached IN ('', 'yes', 'partly', 'no')),
            new_clients INTEGER,
            lesson TEXT NOT NULL DEFAULT '',
            archived_on TEXT  -- a draft that was let go
        ) STRICT
        ;
INSERT INTO "campaign" VALUES('letters','Six lettres','','','','','calm',NULL,'2026-11-09','2026-12-11','','la voix','',0,'','','','','',NULL,'2026-11-02','2026-11-09','','',NULL,'',NULL,'','',NULL,'',NULL);
CREATE TABLE campaign_habit (
            campaign_id TEXT NOT NULL REFERENCES campaign(id),
            habit_id TEXT NOT NULL REFERENCES habit(id),
            PRIMARY KEY (campaign_id, habit_id)
        ) STRICT
        ;
CREATE TABLE change (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            batch_id INTEGER NOT NULL REFERENCES batch(id),
            table_name TEXT NOT NULL,
            key TEXT NOT NULL,
            before TEXT,
            after TEXT
        ) STRICT
        ;
INSERT INTO "change" VALUES(1,1,'habit','{"id":"be13955810ddbfd7fad50d49d964d8bc"}',NULL,'{"id":"be13955810ddbfd7fad50d49d964d8bc","name":"Calls","position":1,"added_on":"2026-11-16","archived_on":null,"minimum":"","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":null}');
INSERT INTO "change" VALUES(2,1,'habit','{"id":"be13955810ddbfd7fad50d49d964d8bc"}','{"id":"be13955810ddbfd7fad50d49d964d8bc","name":"Calls","position":1,"added_on":"2026-11-16","archived_on":null,"minimum":"","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":null}','{"id":"be13955810ddbfd7fad50d49d964d8bc","name":"Calls","position":1,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}');
INSERT INTO "change" VALUES(3,1,'habit_goal','{"habit_id":"be13955810ddbfd7fad50d49d964d8bc","from_week":"2026-W47"}',NULL,'{"habit_id":"be13955810ddbfd7fad50d49d964d8bc","from_week":"2026-W47","kind":"quota","target":5,"days":"","every":1,"due_from":null}');
INSERT INTO "change" VALUES(4,2,'habit','{"id":"2f15835d0702120a11f99ca63e344bb2"}',NULL,'{"id":"2f15835d0702120a11f99ca63e344bb2","name":"L’article du lundi","position":2,"added_on":"2026-11-16","archived_on":null,"minimum":"","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":null}');
INSERT INTO "change" VALUES(5,2,'habit','{"id":"2f15835d0702120a11f99ca63e344bb2"}','{"id":"2f15835d0702120a11f99ca63e344bb2","name":"L’article du lundi","position":2,"added_on":"2026-11-16","archived_on":null,"minimum":"","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":null}','{"id":"2f15835d0702120a11f99ca63e344bb2","name":"L’article du lundi","position":2,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}');
INSERT INTO "change" VALUES(6,2,'habit_goal','{"habit_id":"2f15835d0702120a11f99ca63e344bb2","from_week":"2026-W47"}',NULL,'{"habit_id":"2f15835d0702120a11f99ca63e344bb2","from_week":"2026-W47","kind":"weekdays","target":2,"days":"14","every":1,"due_from":null}');
INSERT INTO "change" VALUES(7,3,'habit','{"id":"d0b24731bedfbf3147e85740549f1414"}',NULL,'{"id":"d0b24731bedfbf3147e85740549f1414","name":"Proposer une intervention","position":3,"added_on":"2026-11-16","archived_on":null,"minimum":"","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":null}');
INSERT INTO "change" VALUES(8,3,'habit','{"id":"d0b24731bedfbf3147e85740549f1414"}','{"id":"d0b24731bedfbf3147e85740549f1414","name":"Proposer une intervention","position":3,"added_on":"2026-11-16","archived_on":null,"minimum":"","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":null}','{"id":"d0b24731bedfbf3147e85740549f1414","name":"Proposer une intervention","position":3,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}');
INSERT INTO "change" VALUES(9,3,'habit_goal','{"habit_id":"d0b24731bedfbf3147e85740549f1414","from_week":"2026-W47"}',NULL,'{"habit_id":"d0b24731bedfbf3147e85740549f1414","from_week":"2026-W47","kind":"every","target":1,"days":"","every":4,"due_from":"2026-W47"}');
INSERT INTO "change" VALUES(10,4,'action','{"id":"4ded4269a2d4b556c400c1cc30fffc93"}',NULL,'{"id":"4ded4269a2d4b556c400c1cc30fffc93","title":"Écrire à Ronan","state":"idea","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":null,"done_on":null,"minutes":null,"enough":"","for_whom":"","times_chosen":0,"line_id":null,"parent_id":null}');
INSERT INTO "change" VALUES(11,4,'action','{"id":"b63a8d8a496cdcd0cb9c4851c95100e5"}',NULL,'{"id":"b63a8d8a496cdcd0cb9c4851c95100e5","title":"Une carte à laisser","state":"idea","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":null,"done_on":null,"minutes":null,"enough":"","for_whom":"","times_chosen":0,"line_id":null,"parent_id":null}');
INSERT INTO "change" VALUES(12,5,'action','{"id":"4ded4269a2d4b556c400c1cc30fffc93"}','{"id":"4ded4269a2d4b556c400c1cc30fffc93","title":"Écrire à Ronan","state":"idea","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":null,"done_on":null,"minutes":null,"enough":"","for_whom":"","times_chosen":0,"line_id":null,"parent_id":null}','{"id":"4ded4269a2d4b556c400c1cc30fffc93","title":"Écrire à Ronan","state":"chosen","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":"2026-W47","done_on":null,"minutes":null,"enough":"","for_whom":"","times_chosen":1,"line_id":null,"parent_id":null}');
INSERT INTO "change" VALUES(13,5,'action','{"id":"e8dd19c7eef7be5862d3c065176f9387"}',NULL,'{"id":"e8dd19c7eef7be5862d3c065176f9387","title":"Something else","state":"idea","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":null,"done_on":null,"minutes":null,"enough":"","for_whom":"","times_chosen":0,"line_id":null,"parent_id":null}');
INSERT INTO "change" VALUES(14,5,'action','{"id":"e8dd19c7eef7be5862d3c065176f9387"}','{"id":"e8dd19c7eef7be5862d3c065176f9387","title":"Something else","state":"idea","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":null,"done_on":null,"minutes":null,"enough":"","for_whom":"","times_chosen":0,"line_id":null,"parent_id":null}','{"id":"e8dd19c7eef7be5862d3c065176f9387","title":"Something else","state":"chosen","added_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00","week":"2026-W47","done_on":null,"minutes":null,"enough":"","for_whom":"","times_chosen":1,"line_id":null,"parent_id":null}');
INSERT INTO "change" VALUES(15,5,'plan','{"week":"2026-W47"}',NULL,'{"week":"2026-W47","committed_on":"2026-11-16","committed_at":"2026-11-16T08:30:00+01:00","held_from":85,"ritual_day":1}');
INSERT INTO "change" VALUES(16,5,'plan_line','{"week":"2026-W47","item_id":"be13955810ddbfd7fad50d49d964d8bc"}',NULL,'{"week":"2026-W47","item_id":"be13955810ddbfd7fad50d49d964d8bc","kind":"habit","position":1,"squares":"12345"}');
INSERT INTO "change" VALUES(17,5,'plan_line','{"week":"2026-W47","item_id":"2f15835d0702120a11f99ca63e344bb2"}',NULL,'{"week":"2026-W47","item_id":"2f15835d0702120a11f99ca63e344bb2","kind":"habit","position":2,"squares":"14"}');
INSERT INTO "change" VALUES(18,5,'plan_line','{"week":"2026-W47","item_id":"d0b24731bedfbf3147e85740549f1414"}',NULL,'{"week":"2026-W47","item_id":"d0b24731bedfbf3147e85740549f1414","kind":"habit","position":3,"squares":"1"}');
INSERT INTO "change" VALUES(19,5,'plan_line','{"week":"2026-W47","item_id":"4ded4269a2d4b556c400c1cc30fffc93"}',NULL,'{"week":"2026-W47","item_id":"4ded4269a2d4b556c400c1cc30fffc93","kind":"action","position":4,"squares":""}');
INSERT INTO "change" VALUES(20,5,'plan_line','{"week":"2026-W47","item_id":"e8dd19c7eef7be5862d3c065176f9387"}',NULL,'{"week":"2026-W47","item_id":"e8dd19c7eef7be5862d3c065176f9387","kind":"action","position":5,"squares":""}');
INSERT INTO "change" VALUES(21,6,'tick','{"id":"461fd905b03b96307384a8ba38bd0480"}',NULL,'{"id":"461fd905b03b96307384a8ba38bd0480","habit_id":"be13955810ddbfd7fad50d49d964d8bc","day":"2026-11-16","amount":1000,"smallest":0,"entered_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00"}');
INSERT INTO "change" VALUES(22,6,'tick','{"id":"f910d8f0937a6e09f2fe6cdb358a2443"}',NULL,'{"id":"f910d8f0937a6e09f2fe6cdb358a2443","habit_id":"be13955810ddbfd7fad50d49d964d8bc","day":"2026-11-16","amount":1000,"smallest":0,"entered_on":"2026-11-16","at":"2026-11-16T08:30:00+01:00"}');
INSERT INTO "change" VALUES(23,6,'note','{"habit_id":"be13955810ddbfd7fad50d49d964d8bc","day":"2026-11-16"}',NULL,'{"habit_id":"be13955810ddbfd7fad50d49d964d8bc","day":"2026-11-16","text":"two of them answered"}');
INSERT INTO "change" VALUES(24,7,'tick','{"id":"65b512e87a3c7884cfaf1314f9d7e5bd"}',NULL,'{"id":"65b512e87a3c7884cfaf1314f9d7e5bd","habit_id":"be13955810ddbfd7fad50d49d964d8bc","day":"2026-11-18","amount":1000,"smallest":1,"entered_on":"2026-11-18","at":"2026-11-18T09:10:00+01:00"}');
INSERT INTO "change" VALUES(25,8,'tick','{"id":"6d8607854b0b1abb82519063e1457bea"}',NULL,'{"id":"6d8607854b0b1abb82519063e1457bea","habit_id":"2f15835d0702120a11f99ca63e344bb2","day":"2026-11-16","amount":1000,"smallest":0,"entered_on":"2026-11-18","at":"2026-11-18T09:10:00+01:00"}');
INSERT INTO "change" VALUES(26,8,'note','{"habit_id":"2f15835d0702120a11f99ca63e344bb2","day":"2026-11-16"}',NULL,'{"habit_id":"2f15835d0702120a11f99ca63e344bb2","day":"2026-11-16","text":"first line\nsecond line"}');
INSERT INTO "change" VALUES(27,9,'excuse','{"habit_id":"2f15835d0702120a11f99ca63e344bb2","day":"2026-11-18"}',NULL,'{"habit_id":"2f15835d0702120a11f99ca63e344bb2","day":"2026-11-18","reason":"ill"}');
INSERT INTO "change" VALUES(28,10,'day_off','{"day":"2026-11-20"}',NULL,'{"day":"2026-11-20","reason":""}');
INSERT INTO "change" VALUES(29,11,'week_mark','{"week":"2026-W46"}',NULL,'{"week":"2026-W46","kind":"storm","reason":""}');
INSERT INTO "change" VALUES(30,12,'habit','{"id":"be13955810ddbfd7fad50d49d964d8bc"}','{"id":"be13955810ddbfd7fad50d49d964d8bc","name":"Calls","position":1,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}','{"id":"be13955810ddbfd7fad50d49d964d8bc","name":"Calls to clients","position":1,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"","place":"","minutes":null,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}');
INSERT INTO "change" VALUES(31,12,'habit_goal','{"habit_id":"be13955810ddbfd7fad50d49d964d8bc","from_week":"2026-W48"}',NULL,'{"habit_id":"be13955810ddbfd7fad50d49d964d8bc","from_week":"2026-W48","kind":"quota","target":4,"days":"","every":1,"due_from":null}');
INSERT INTO "change" VALUES(32,13,'habit','{"id":"d0b24731bedfbf3147e85740549f1414"}','{"id":"d0b24731bedfbf3147e85740549f1414","name":"Proposer une intervention","position":3,"added_on":"2026-11-16","archived_on":null,"minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}','{"id":"d0b24731bedfbf3147e85740549f1414","name":"Proposer une intervention","position":3,"added_on":"2026-11-16","archived_on":"2026-11-18","minimum":"one message","after":"the coffee","place":"in the office","minutes":10,"origin":null,"usual_time":"","settled_on":null,"review_on":"2027-02-15"}');
INSERT INTO "change" VALUES(33,14,'tick','{"id":"b2fdd415d83e694d7a1ff430eee06ed1"}',NULL,'{"id":"b2fdd415d83e694d7a1ff430eee06ed1","habit_id":"be13955810ddbfd7fad50d49d964d8bc","day":"2026-11-18","amount":1000,"smallest":0,"entered_on":"2026-11-18","at":"2026-11-18T09:10:00+01:00"}');
INSERT INTO "change" VALUES(34,15,'tick','{"id":"b2fdd415d83e694d7a1ff430eee06ed1"}','{"id":"b2fdd415d83e694d7a1ff430eee06ed1","habit_id":"be13955810ddbfd7fad50d49d964d8bc","day":"2026-11-18","amount":1000,"smallest":0,"entered_on":"2026-11-18","at":"2026-11-18T09:10:00+01:00"}',NULL);
CREATE TABLE choice (  -- a line of products or a channel, chosen or on the shelf
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('line', 'channel')),
            name TEXT NOT NULL,
            added_on TEXT NOT NULL,
            look_again_on TEXT,
            why TEXT NOT NULL DEFAULT '',
            archived_on TEXT
        ) STRICT
        ;
INSERT INTO "choice" VALUES('calm','line','Trésorerie sereine','2026-11-02',NULL,'',NULL);
CREATE TABLE course (  -- a line of the page; another one follows it, none is overwritten
            kind TEXT NOT NULL,
            from_day TEXT NOT NULL,
            made_on TEXT NOT NULL,  -- of several from one day on, the last one made holds
            text TEXT NOT NULL,  -- of a line or a channel its id
            why TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (kind, from_day, made_on)
        ) STRICT
        ;
INSERT INTO "course" VALUES('line','2026-11-02','2026-11-02','calm','');
CREATE TABLE day_off (day TEXT PRIMARY KEY, reason TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "day_off" VALUES('2026-11-20','');
CREATE TABLE excuse (
            habit_id TEXT NOT NULL REFERENCES habit(id),
            day TEXT NOT NULL,
            reason TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (habit_id, day)
        ) STRICT
        ;
INSERT INTO "excuse" VALUES('2f15835d0702120a11f99ca63e344bb2','2026-11-18','ill');
CREATE TABLE focus (  -- one of a kind: the key forbids a second one
            kind TEXT PRIMARY KEY,
            target_id TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "focus" VALUES('campaign','letters');
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
INSERT INTO "habit" VALUES('be13955810ddbfd7fad50d49d964d8bc','Calls to clients',1,'2026-11-16',NULL,'one message','','',NULL,NULL,'',NULL,'2027-02-15');
INSERT INTO "habit" VALUES('2f15835d0702120a11f99ca63e344bb2','L’article du lundi',2,'2026-11-16',NULL,'one message','the coffee','in the office',10,NULL,'',NULL,'2027-02-15');
INSERT INTO "habit" VALUES('d0b24731bedfbf3147e85740549f1414','Proposer une intervention',3,'2026-11-16','2026-11-18','one message','the coffee','in the office',10,NULL,'',NULL,'2027-02-15');
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
INSERT INTO "habit_goal" VALUES('be13955810ddbfd7fad50d49d964d8bc','2026-W47','quota',5,'',1,NULL);
INSERT INTO "habit_goal" VALUES('2f15835d0702120a11f99ca63e344bb2','2026-W47','weekdays',2,'14',1,NULL);
INSERT INTO "habit_goal" VALUES('d0b24731bedfbf3147e85740549f1414','2026-W47','every',1,'',4,'2026-W47');
INSERT INTO "habit_goal" VALUES('be13955810ddbfd7fad50d49d964d8bc','2026-W48','quota',4,'',1,NULL);
CREATE TABLE habit_pause (  -- put away on a day, taken up again on another
            habit_id TEXT NOT NULL REFERENCES habit(id),
            from_day TEXT NOT NULL,
            to_day TEXT NOT NULL,
            PRIMARY KEY (habit_id, from_day)
        ) STRICT
        ;
CREATE TABLE irritant (  -- what bothered a client, open until it is mended
            id TEXT PRIMARY KEY,
            text TEXT NOT NULL,
            line_id TEXT REFERENCES choice(id),
            day TEXT NOT NULL,
            mended_on TEXT
        ) STRICT
        ;
INSERT INTO "irritant" VALUES('slow','trop long','calm','2026-11-10',NULL);
CREATE TABLE jargon_word (
            language TEXT NOT NULL,
            term TEXT NOT NULL,
            plain TEXT NOT NULL DEFAULT '',
            severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 3),
            silenced INTEGER NOT NULL DEFAULT 0 CHECK (silenced IN (0, 1)),
            PRIMARY KEY (language, term)
        ) STRICT
        ;
INSERT INTO "jargon_word" VALUES('fr','synergie','ensemble',2,0);
CREATE TABLE measure (
            id TEXT PRIMARY KEY,
            campaign_id TEXT NOT NULL REFERENCES campaign(id),
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            start INTEGER NOT NULL DEFAULT 0,  -- thousandths, as the target and the values
            target INTEGER NOT NULL,
            archived_on TEXT
        ) STRICT
        ;
INSERT INTO "measure" VALUES('sent','letters',1,'envoyées',0,6000,NULL);
CREATE TABLE measure_value (
            measure_id TEXT NOT NULL REFERENCES measure(id),
            day TEXT NOT NULL,
            value INTEGER NOT NULL,
            PRIMARY KEY (measure_id, day)
        ) STRICT
        ;
INSERT INTO "measure_value" VALUES('sent','2026-11-13',2000);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO "meta" VALUES('file_id','5095f66b246844cd972cf71e28e837cd');
CREATE TABLE note (
            habit_id TEXT NOT NULL REFERENCES habit(id),
            day TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (habit_id, day)
        ) STRICT
        ;
INSERT INTO "note" VALUES('be13955810ddbfd7fad50d49d964d8bc','2026-11-16','two of them answered');
INSERT INTO "note" VALUES('2f15835d0702120a11f99ca63e344bb2','2026-11-16','first line
second line');
CREATE TABLE one_off_try (
            id TEXT PRIMARY KEY,
            day TEXT NOT NULL,
            text TEXT NOT NULL,
            result TEXT NOT NULL DEFAULT '',
            lesson TEXT NOT NULL DEFAULT '',
            archived_on TEXT
        ) STRICT
        ;
INSERT INTO "one_off_try" VALUES('note','2026-11-11','Un mot','','le papier se garde',NULL);
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
INSERT INTO "plan_line" VALUES('2026-W47','be13955810ddbfd7fad50d49d964d8bc','habit',1,'12345');
INSERT INTO "plan_line" VALUES('2026-W47','2f15835d0702120a11f99ca63e344bb2','habit',2,'14');
INSERT INTO "plan_line" VALUES('2026-W47','d0b24731bedfbf3147e85740549f1414','habit',3,'1');
INSERT INTO "plan_line" VALUES('2026-W47','4ded4269a2d4b556c400c1cc30fffc93','action',4,'');
INSERT INTO "plan_line" VALUES('2026-W47','e8dd19c7eef7be5862d3c065176f9387','action',5,'');
CREATE TABLE programme (  -- what a campaign became
            campaign_id TEXT PRIMARY KEY REFERENCES campaign(id),
            name TEXT NOT NULL,
            every INTEGER NOT NULL CHECK (every > 0),  -- weeks
            from_day TEXT NOT NULL,
            check_on TEXT NOT NULL,
            archived_on TEXT
        ) STRICT
        ;
CREATE TABLE quality_item (
            id TEXT PRIMARY KEY,
            text TEXT NOT NULL,
            is_right INTEGER NOT NULL DEFAULT 0 CHECK (is_right IN (0, 1)),
            position INTEGER NOT NULL,
            archived_on TEXT
        ) STRICT
        ;
INSERT INTO "quality_item" VALUES('quick','répondre en 24 h',0,1,NULL);
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
INSERT INTO "tick" VALUES('461fd905b03b96307384a8ba38bd0480','be13955810ddbfd7fad50d49d964d8bc','2026-11-16',1000,0,'2026-11-16','2026-11-16T08:30:00+01:00');
INSERT INTO "tick" VALUES('f910d8f0937a6e09f2fe6cdb358a2443','be13955810ddbfd7fad50d49d964d8bc','2026-11-16',1000,0,'2026-11-16','2026-11-16T08:30:00+01:00');
INSERT INTO "tick" VALUES('65b512e87a3c7884cfaf1314f9d7e5bd','be13955810ddbfd7fad50d49d964d8bc','2026-11-18',1000,1,'2026-11-18','2026-11-18T09:10:00+01:00');
INSERT INTO "tick" VALUES('6d8607854b0b1abb82519063e1457bea','2f15835d0702120a11f99ca63e344bb2','2026-11-16',1000,0,'2026-11-18','2026-11-18T09:10:00+01:00');
CREATE TABLE unfinished (form TEXT, field TEXT, text TEXT NOT NULL, PRIMARY KEY (form, field)) STRICT;
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
CREATE INDEX measure_by_campaign ON measure(campaign_id);
CREATE TRIGGER journal_course_insert AFTER INSERT ON course WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'course', json_object('kind', new.kind, 'from_day', new.from_day, 'made_on', new.made_on), NULL, json_object('kind', new.kind, 'from_day', new.from_day, 'made_on', new.made_on, 'text', new.text, 'why', new.why) FROM open_batch;
            END;
CREATE TRIGGER journal_course_update AFTER UPDATE ON course WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'course', json_object('kind', new.kind, 'from_day', new.from_day, 'made_on', new.made_on), json_object('kind', old.kind, 'from_day', old.from_day, 'made_on', old.made_on, 'text', old.text, 'why', old.why), json_object('kind', new.kind, 'from_day', new.from_day, 'made_on', new.made_on, 'text', new.text, 'why', new.why) FROM open_batch;
            END;
CREATE TRIGGER journal_course_delete AFTER DELETE ON course WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'course', json_object('kind', old.kind, 'from_day', old.from_day, 'made_on', old.made_on), json_object('kind', old.kind, 'from_day', old.from_day, 'made_on', old.made_on, 'text', old.text, 'why', old.why), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_choice_insert AFTER INSERT ON choice WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'choice', json_object('id', new.id), NULL, json_object('id', new.id, 'kind', new.kind, 'name', new.name, 'added_on', new.added_on, 'look_again_on', new.look_again_on, 'why', new.why, 'archived_on', new.archived_on) FROM open_batch;
            END;
CREATE TRIGGER journal_choice_update AFTER UPDATE ON choice WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'choice', json_object('id', new.id), json_object('id', old.id, 'kind', old.kind, 'name', old.name, 'added_on', old.added_on, 'look_again_on', old.look_again_on, 'why', old.why, 'archived_on', old.archived_on), json_object('id', new.id, 'kind', new.kind, 'name', new.name, 'added_on', new.added_on, 'look_again_on', new.look_again_on, 'why', new.why, 'archived_on', new.archived_on) FROM open_batch;
            END;
CREATE TRIGGER journal_choice_delete AFTER DELETE ON choice WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'choice', json_object('id', old.id), json_object('id', old.id, 'kind', old.kind, 'name', old.name, 'added_on', old.added_on, 'look_again_on', old.look_again_on, 'why', old.why, 'archived_on', old.archived_on), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_quality_item_insert AFTER INSERT ON quality_item WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'quality_item', json_object('id', new.id), NULL, json_object('id', new.id, 'text', new.text, 'is_right', new.is_right, 'position', new.position, 'archived_on', new.archived_on) FROM open_batch;
            END;
CREATE TRIGGER journal_quality_item_update AFTER UPDATE ON quality_item WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'quality_item', json_object('id', new.id), json_object('id', old.id, 'text', old.text, 'is_right', old.is_right, 'position', old.position, 'archived_on', old.archived_on), json_object('id', new.id, 'text', new.text, 'is_right', new.is_right, 'position', new.position, 'archived_on', new.archived_on) FROM open_batch;
            END;
CREATE TRIGGER journal_quality_item_delete AFTER DELETE ON quality_item WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'quality_item', json_object('id', old.id), json_object('id', old.id, 'text', old.text, 'is_right', old.is_right, 'position', old.position, 'archived_on', old.archived_on), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_campaign_insert AFTER INSERT ON campaign WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'campaign', json_object('id', new.id), NULL, json_object('id', new.id, 'name', new.name, 'goal', new.goal, 'offer', new.offer, 'audience', new.audience, 'reader', new.reader, 'line_id', new.line_id, 'channel_id', new.channel_id, 'starts_on', new.starts_on, 'ends_on', new.ends_on, 'enough', new.enough, 'attempt', new.attempt, 'attempt_worked', new.attempt_worked, 'spent', new.spent, 'message', new.message, 'first_draft', new.first_draft, 'for_me', new.for_me, 'so_what', new.so_what, 'what_now', new.what_now, 'parent_id', new.parent_id, 'added_on', new.added_on, 'started_on', new.started_on, 'hides_weakness', new.hides_weakness, 'started_anyway', new.started_anyway, 'first_end', new.first_end, 'lengthened_why', new.lengthened_why, 'closed_on', new.closed_on, 'verdict', new.verdict, 'reached', new.reached, 'new_clients', new.new_clients, 'lesson', new.lesson, 'archived_on', new.archived_on) FROM open_batch;
            END;
CREATE TRIGGER journal_campaign_update AFTER UPDATE ON campaign WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'campaign', json_object('id', new.id), json_object('id', old.id, 'name', old.name, 'goal', old.goal, 'offer', old.offer, 'audience', old.audience, 'reader', old.reader, 'line_id', old.line_id, 'channel_id', old.channel_id, 'starts_on', old.starts_on, 'ends_on', old.ends_on, 'enough', old.enough, 'attempt', old.attempt, 'attempt_worked', old.attempt_worked, 'spent', old.spent, 'message', old.message, 'first_draft', old.first_draft, 'for_me', old.for_me, 'so_what', old.so_what, 'what_now', old.what_now, 'parent_id', old.parent_id, 'added_on', old.added_on, 'started_on', old.started_on, 'hides_weakness', old.hides_weakness, 'started_anyway', old.started_anyway, 'first_end', old.first_end, 'lengthened_why', old.lengthened_why, 'closed_on', old.closed_on, 'verdict', old.verdict, 'reached', old.reached, 'new_clients', old.new_clients, 'lesson', old.lesson, 'archived_on', old.archived_on), json_object('id', new.id, 'name', new.name, 'goal', new.goal, 'offer', new.offer, 'audience', new.audience, 'reader', new.reader, 'line_id', new.line_id, 'channel_id', new.channel_id, 'starts_on', new.starts_on, 'ends_on', new.ends_on, 'enough', new.enough, 'attempt', new.attempt, 'attempt_worked', new.attempt_worked, 'spent', new.spent, 'message', new.message, 'first_draft', new.first_draft, 'for_me', new.for_me, 'so_what', new.so_what, 'what_now', new.what_now, 'parent_id', new.parent_id, 'added_on', new.added_on, 'started_on', new.started_on, 'hides_weakness', new.hides_weakness, 'started_anyway', new.started_anyway, 'first_end', new.first_end, 'lengthened_why', new.lengthened_why, 'closed_on', new.closed_on, 'verdict', new.verdict, 'reached', new.reached, 'new_clients', new.new_clients, 'lesson', new.lesson, 'archived_on', new.archived_on) FROM open_batch;
            END;
CREATE TRIGGER journal_campaign_delete AFTER DELETE ON campaign WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'campaign', json_object('id', old.id), json_object('id', old.id, 'name', old.name, 'goal', old.goal, 'offer', old.offer, 'audience', old.audience, 'reader', old.reader, 'line_id', old.line_id, 'channel_id', old.channel_id, 'starts_on', old.starts_on, 'ends_on', old.ends_on, 'enough', old.enough, 'attempt', old.attempt, 'attempt_worked', old.attempt_worked, 'spent', old.spent, 'message', old.message, 'first_draft', old.first_draft, 'for_me', old.for_me, 'so_what', old.so_what, 'what_now', old.what_now, 'parent_id', old.parent_id, 'added_on', old.added_on, 'started_on', old.started_on, 'hides_weakness', old.hides_weakness, 'started_anyway', old.started_anyway, 'first_end', old.first_end, 'lengthened_why', old.lengthened_why, 'closed_on', old.closed_on, 'verdict', old.verdict, 'reached', old.reached, 'new_clients', old.new_clients, 'lesson', old.lesson, 'archived_on', old.archived_on), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_focus_insert AFTER INSERT ON focus WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'focus', json_object('kind', new.kind), NULL, json_object('kind', new.kind, 'target_id', new.target_id) FROM open_batch;
            END;
CREATE TRIGGER journal_focus_update AFTER UPDATE ON focus WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'focus', json_object('kind', new.kind), json_object('kind', old.kind, 'target_id', old.target_id), json_object('kind', new.kind, 'target_id', new.target_id) FROM open_batch;
            END;
CREATE TRIGGER journal_focus_delete AFTER DELETE ON focus WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'focus', json_object('kind', old.kind), json_object('kind', old.kind, 'target_id', old.target_id), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_measure_insert AFTER INSERT ON measure WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'measure', json_object('id', new.id), NULL, json_object('id', new.id, 'campaign_id', new.campaign_id, 'position', new.position, 'name', new.name, 'start', new.start, 'target', new.target, 'archived_on', new.archived_on) FROM open_batch;
            END;
CREATE TRIGGER journal_measure_update AFTER UPDATE ON measure WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'measure', json_object('id', new.id), json_object('id', old.id, 'campaign_id', old.campaign_id, 'position', old.position, 'name', old.name, 'start', old.start, 'target', old.target, 'archived_on', old.archived_on), json_object('id', new.id, 'campaign_id', new.campaign_id, 'position', new.position, 'name', new.name, 'start', new.start, 'target', new.target, 'archived_on', new.archived_on) FROM open_batch;
            END;
CREATE TRIGGER journal_measure_delete AFTER DELETE ON measure WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'measure', json_object('id', old.id), json_object('id', old.id, 'campaign_id', old.campaign_id, 'position', old.position, 'name', old.name, 'start', old.start, 'target', old.target, 'archived_on', old.archived_on), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_measure_value_insert AFTER INSERT ON measure_value WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'measure_value', json_object('measure_id', new.measure_id, 'day', new.day), NULL, json_object('measure_id', new.measure_id, 'day', new.day, 'value', new.value) FROM open_batch;
            END;
CREATE TRIGGER journal_measure_value_update AFTER UPDATE ON measure_value WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'measure_value', json_object('measure_id', new.measure_id, 'day', new.day), json_object('measure_id', old.measure_id, 'day', old.day, 'value', old.value), json_object('measure_id', new.measure_id, 'day', new.day, 'value', new.value) FROM open_batch;
            END;
CREATE TRIGGER journal_measure_value_delete AFTER DELETE ON measure_value WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'measure_value', json_object('measure_id', old.measure_id, 'day', old.day), json_object('measure_id', old.measure_id, 'day', old.day, 'value', old.value), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_campaign_habit_insert AFTER INSERT ON campaign_habit WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'campaign_habit', json_object('campaign_id', new.campaign_id, 'habit_id', new.habit_id), NULL, json_object('campaign_id', new.campaign_id, 'habit_id', new.habit_id) FROM open_batch;
            END;
CREATE TRIGGER journal_campaign_habit_update AFTER UPDATE ON campaign_habit WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'campaign_habit', json_object('campaign_id', new.campaign_id, 'habit_id', new.habit_id), json_object('campaign_id', old.campaign_id, 'habit_id', old.habit_id), json_object('campaign_id', new.campaign_id, 'habit_id', new.habit_id) FROM open_batch;
            END;
CREATE TRIGGER journal_campaign_habit_delete AFTER DELETE ON campaign_habit WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'campaign_habit', json_object('campaign_id', old.campaign_id, 'habit_id', old.habit_id), json_object('campaign_id', old.campaign_id, 'habit_id', old.habit_id), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_programme_insert AFTER INSERT ON programme WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'programme', json_object('campaign_id', new.campaign_id), NULL, json_object('campaign_id', new.campaign_id, 'name', new.name, 'every', new.every, 'from_day', new.from_day, 'check_on', new.check_on, 'archived_on', new.archived_on) FROM open_batch;
            END;
CREATE TRIGGER journal_programme_update AFTER UPDATE ON programme WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'programme', json_object('campaign_id', new.campaign_id), json_object('campaign_id', old.campaign_id, 'name', old.name, 'every', old.every, 'from_day', old.from_day, 'check_on', old.check_on, 'archived_on', old.archived_on), json_object('campaign_id', new.campaign_id, 'name', new.name, 'every', new.every, 'from_day', new.from_day, 'check_on', new.check_on, 'archived_on', new.archived_on) FROM open_batch;
            END;
CREATE TRIGGER journal_programme_delete AFTER DELETE ON programme WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'programme', json_object('campaign_id', old.campaign_id), json_object('campaign_id', old.campaign_id, 'name', old.name, 'every', old.every, 'from_day', old.from_day, 'check_on', old.check_on, 'archived_on', old.archived_on), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_irritant_insert AFTER INSERT ON irritant WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'irritant', json_object('id', new.id), NULL, json_object('id', new.id, 'text', new.text, 'line_id', new.line_id, 'day', new.day, 'mended_on', new.mended_on) FROM open_batch;
            END;
CREATE TRIGGER journal_irritant_update AFTER UPDATE ON irritant WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'irritant', json_object('id', new.id), json_object('id', old.id, 'text', old.text, 'line_id', old.line_id, 'day', old.day, 'mended_on', old.mended_on), json_object('id', new.id, 'text', new.text, 'line_id', new.line_id, 'day', new.day, 'mended_on', new.mended_on) FROM open_batch;
            END;
CREATE TRIGGER journal_irritant_delete AFTER DELETE ON irritant WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'irritant', json_object('id', old.id), json_object('id', old.id, 'text', old.text, 'line_id', old.line_id, 'day', old.day, 'mended_on', old.mended_on), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_one_off_try_insert AFTER INSERT ON one_off_try WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'one_off_try', json_object('id', new.id), NULL, json_object('id', new.id, 'day', new.day, 'text', new.text, 'result', new.result, 'lesson', new.lesson, 'archived_on', new.archived_on) FROM open_batch;
            END;
CREATE TRIGGER journal_one_off_try_update AFTER UPDATE ON one_off_try WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'one_off_try', json_object('id', new.id), json_object('id', old.id, 'day', old.day, 'text', old.text, 'result', old.result, 'lesson', old.lesson, 'archived_on', old.archived_on), json_object('id', new.id, 'day', new.day, 'text', new.text, 'result', new.result, 'lesson', new.lesson, 'archived_on', new.archived_on) FROM open_batch;
            END;
CREATE TRIGGER journal_one_off_try_delete AFTER DELETE ON one_off_try WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'one_off_try', json_object('id', old.id), json_object('id', old.id, 'day', old.day, 'text', old.text, 'result', old.result, 'lesson', old.lesson, 'archived_on', old.archived_on), NULL FROM open_batch;
            END;
CREATE TRIGGER journal_action_insert AFTER INSERT ON action WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'action', json_object('id', new.id), NULL, json_object('id', new.id, 'title', new.title, 'state', new.state, 'added_on', new.added_on, 'at', new.at, 'week', new.week, 'done_on', new.done_on, 'minutes', new.minutes, 'enough', new.enough, 'for_whom', new.for_whom, 'times_chosen', new.times_chosen, 'line_id', new.line_id, 'parent_id', new.parent_id) FROM open_batch;
            END;
CREATE TRIGGER journal_action_update AFTER UPDATE ON action WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'action', json_object('id', new.id), json_object('id', old.id, 'title', old.title, 'state', old.state, 'added_on', old.added_on, 'at', old.at, 'week', old.week, 'done_on', old.done_on, 'minutes', old.minutes, 'enough', old.enough, 'for_whom', old.for_whom, 'times_chosen', old.times_chosen, 'line_id', old.line_id, 'parent_id', old.parent_id), json_object('id', new.id, 'title', new.title, 'state', new.state, 'added_on', new.added_on, 'at', new.at, 'week', new.week, 'done_on', new.done_on, 'minutes', new.minutes, 'enough', new.enough, 'for_whom', new.for_whom, 'times_chosen', new.times_chosen, 'line_id', new.line_id, 'parent_id', new.parent_id) FROM open_batch;
            END;
CREATE TRIGGER journal_action_delete AFTER DELETE ON action WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, 'action', json_object('id', old.id), json_object('id', old.id, 'title', old.title, 'state', old.state, 'added_on', old.added_on, 'at', old.at, 'week', old.week, 'done_on', old.done_on, 'minutes', old.minutes, 'enough', old.enough, 'for_whom', old.for_whom, 'times_chosen', old.times_chosen, 'line_id', old.line_id, 'parent_id', old.parent_id), NULL FROM open_batch;
            END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('change',34);
INSERT INTO "sqlite_sequence" VALUES('batch',15);
COMMIT;
PRAGMA application_id = 1819635300;
PRAGMA user_version = 5;
