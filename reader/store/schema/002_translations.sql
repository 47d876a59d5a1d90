-- One row for each paragraph text and package: found again in every document that has the
-- paragraph, and kept whatever happens to the file.
CREATE TABLE translation (
    source_hash TEXT NOT NULL,             -- sha256 of the paragraph's text
    package TEXT NOT NULL,                 -- "name version" of the package or engine
    pairs TEXT NOT NULL,                   -- JSON list of reader.translation.model.SentencePair
    made TEXT NOT NULL,                    -- ISO 8601, UTC
    PRIMARY KEY (source_hash, package)
) WITHOUT ROWID;

-- Translation memory: corrections win wherever the same Arabic sentence occurs.
CREATE TABLE memory (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,                  -- the Arabic sentence as it stood
    source_key TEXT NOT NULL,              -- reader.arabic.normalise of it
    target TEXT NOT NULL,
    origin TEXT NOT NULL,                  -- human, machine, import
    author TEXT NOT NULL DEFAULT '',
    package TEXT NOT NULL DEFAULT '',      -- what had been shown before
    created TEXT NOT NULL,
    changed TEXT NOT NULL
);
CREATE UNIQUE INDEX memory_key ON memory (source_key);
