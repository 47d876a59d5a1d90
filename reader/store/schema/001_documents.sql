-- Documents by the text they hold. A text version is never deleted while something refers to it,
-- so that annotations and translations outlive the file.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE,      -- of the text, see reader.documents.model.Document
    content_hash TEXT NOT NULL,            -- sha256 of the file's bytes
    path TEXT NOT NULL,                    -- last known
    media_type TEXT NOT NULL,
    encoding TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL,
    metadata TEXT NOT NULL DEFAULT '{}',   -- JSON of documents.model.Metadata
    size INTEGER NOT NULL,                 -- code points
    added TEXT NOT NULL,                   -- ISO 8601, UTC
    opened TEXT                            -- last time on the screen
);
CREATE INDEX document_path ON document (path);

CREATE TABLE paragraph (
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    level INTEGER NOT NULL DEFAULT 0,
    direction TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (document_id, place)
) WITHOUT ROWID;

-- Where the reader stands: exact, independent of the window's width.
CREATE TABLE reading_position (
    document_id INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    furthest INTEGER NOT NULL DEFAULT 0,   -- furthest paragraph seen, for the share read
    changed TEXT NOT NULL
);
