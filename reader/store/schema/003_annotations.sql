-- One action of a user. Undo and redo are actions too: they add events, and never remove any.
CREATE TABLE annotation_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'follow')),
    reverses INTEGER REFERENCES annotation_group (id),  -- of undo and redo: the action
    annotator TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    time TEXT NOT NULL                     -- ISO 8601, UTC
);
CREATE INDEX annotation_group_reverses ON annotation_group (reverses);

-- The truth about annotations: append-only. `annotation` and `relation` are made from it.
CREATE TABLE annotation_event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    group_id INTEGER NOT NULL REFERENCES annotation_group (id),
    action TEXT NOT NULL,                  -- reader.annotations.events.Action
    subject_id TEXT NOT NULL,
    document TEXT NOT NULL,                -- fingerprint it belongs to afterwards
    earlier TEXT,                          -- fingerprint before, where re-anchoring changed it
    before TEXT,                           -- JSON of the annotation or relation, NULL: new
    after TEXT                             -- the same, NULL: gone
);
CREATE INDEX annotation_event_group ON annotation_event (group_id);
CREATE INDEX annotation_event_subject ON annotation_event (subject_id);
CREATE INDEX annotation_event_document ON annotation_event (document, group_id);
CREATE INDEX annotation_event_earlier ON annotation_event (document, earlier)
    WHERE earlier IS NOT NULL;

CREATE TRIGGER annotation_event_kept BEFORE UPDATE ON annotation_event
BEGIN
    SELECT RAISE (ABORT, 'the event log is append-only');
END;
CREATE TRIGGER annotation_event_never_deleted BEFORE DELETE ON annotation_event
BEGIN
    SELECT RAISE (ABORT, 'the event log is append-only');
END;

-- What is there now. `data` is the whole annotation; the columns are for finding it.
CREATE TABLE annotation (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL,                -- fingerprint
    paragraph_id TEXT NOT NULL,
    start INTEGER NOT NULL,
    side TEXT NOT NULL,
    label TEXT NOT NULL,
    status TEXT NOT NULL,
    reviewed INTEGER NOT NULL,
    annotator TEXT NOT NULL,
    origin TEXT NOT NULL,
    score REAL,
    placement TEXT NOT NULL,
    data TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX annotation_document ON annotation (document, paragraph_id, start);
CREATE INDEX annotation_label ON annotation (label);

CREATE TABLE relation (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    data TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX relation_document ON relation (document);
CREATE INDEX relation_from ON relation (from_id);
CREATE INDEX relation_to ON relation (to_id);
