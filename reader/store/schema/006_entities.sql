-- Who or what the library's documents name, one row for all its forms.
CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,              -- reader.entities.linking.LinkedEntity.key
    label TEXT NOT NULL,
    name TEXT NOT NULL,                    -- fullest Arabic form
    english TEXT NOT NULL DEFAULT ''
);

-- What was recognised in a document, and by which version of the rules and the model.
CREATE TABLE entity_run (
    document_id INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    analyser TEXT NOT NULL,                -- reader.entities.analysis.analyser_id
    made TEXT NOT NULL                     -- ISO 8601, UTC
);

CREATE TABLE entity_mention (
    document_id INTEGER NOT NULL REFERENCES entity_run (document_id) ON DELETE CASCADE,
    place INTEGER NOT NULL,                -- of the paragraph
    start INTEGER NOT NULL,                -- code points of the paragraph's text
    "end" INTEGER NOT NULL,
    entity_id INTEGER REFERENCES entity (id),  -- NULL: a number or date
    label TEXT NOT NULL,
    text TEXT NOT NULL,
    score REAL NOT NULL,
    value TEXT NOT NULL DEFAULT '',
    base TEXT NOT NULL DEFAULT '',
    english TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (document_id, place, start)
) WITHOUT ROWID;
CREATE INDEX entity_mention_entity ON entity_mention (entity_id, document_id);
