-- Which text a file holds now: older versions of it are other documents with the same path.
CREATE TABLE file (
    path TEXT PRIMARY KEY,                 -- absolute; "news.jsonl#3" for an article of many
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX file_document ON file (document_id);
INSERT OR REPLACE INTO file SELECT path, id FROM document WHERE path NOT IN ('', '-') ORDER BY id;

-- Files whose import is complete, so that a stopped import goes on where it stopped.
CREATE TABLE imported (
    path TEXT PRIMARY KEY,
    content_hash TEXT NOT NULL,
    size INTEGER NOT NULL,                 -- bytes
    modified INTEGER NOT NULL              -- st_mtime_ns
) WITHOUT ROWID;

-- What the library list shows of a document, kept up to date by the triggers below.
CREATE TABLE library_entry (
    document_id INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    paragraphs INTEGER NOT NULL,
    translated INTEGER NOT NULL DEFAULT 0, -- paragraphs with a translation, of any package
    changes INTEGER NOT NULL DEFAULT 0,    -- how often its translations were written
    entities INTEGER,                      -- found in it; NULL: not yet counted
    date TEXT NOT NULL DEFAULT '',         -- of the article, ISO 8601
    source TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    title_form TEXT NOT NULL DEFAULT '',   -- search form, for sorting and filtering
    signature BLOB,                        -- MinHash, see reader.store.near_duplicates
    story INTEGER                          -- smallest document id among its near-duplicates
);
-- earlier documents; their counts of translations begin anew
INSERT INTO library_entry (document_id, paragraphs)
    SELECT document_id, count(*) FROM paragraph GROUP BY document_id;
CREATE INDEX library_entry_story ON library_entry (story);

-- Finds the documents of a translated paragraph text.
CREATE TABLE paragraph_text (
    hash TEXT NOT NULL,                    -- translation.source_hash, its first 16 digits
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    times INTEGER NOT NULL,                -- how often the document has this paragraph
    PRIMARY KEY (hash, document_id)
) WITHOUT ROWID;
CREATE INDEX paragraph_text_document ON paragraph_text (document_id);

CREATE TRIGGER library_translated BEFORE INSERT ON translation
WHEN NOT EXISTS (SELECT 1 FROM translation WHERE source_hash = NEW.source_hash)
BEGIN
    UPDATE library_entry SET translated = translated + (
        SELECT times FROM paragraph_text
        WHERE hash = substr(NEW.source_hash, 1, 16)
          AND paragraph_text.document_id = library_entry.document_id)
    WHERE document_id IN (
        SELECT document_id FROM paragraph_text WHERE hash = substr(NEW.source_hash, 1, 16));
END;
CREATE TRIGGER library_untranslated AFTER DELETE ON translation
WHEN NOT EXISTS (SELECT 1 FROM translation WHERE source_hash = OLD.source_hash)
BEGIN
    UPDATE library_entry SET translated = translated - (
        SELECT times FROM paragraph_text
        WHERE hash = substr(OLD.source_hash, 1, 16)
          AND paragraph_text.document_id = library_entry.document_id)
    WHERE document_id IN (
        SELECT document_id FROM paragraph_text WHERE hash = substr(OLD.source_hash, 1, 16));
END;

CREATE TRIGGER library_translation_made AFTER INSERT ON translation
BEGIN
    UPDATE library_entry SET changes = changes + 1 WHERE document_id IN (
        SELECT document_id FROM paragraph_text WHERE hash = substr(NEW.source_hash, 1, 16));
END;
CREATE TRIGGER library_translation_changed AFTER UPDATE ON translation
BEGIN
    UPDATE library_entry SET changes = changes + 1 WHERE document_id IN (
        SELECT document_id FROM paragraph_text WHERE hash = substr(NEW.source_hash, 1, 16));
END;

CREATE TABLE tag (
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (document_id, name)
) WITHOUT ROWID;
CREATE INDEX tag_name ON tag (name);

-- Marks (one letter, set again to move) and bookmarks (any name).
CREATE TABLE bookmark (
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    place INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (document_id, name)
) WITHOUT ROWID;

CREATE TABLE watched_folder (
    path TEXT PRIMARY KEY,
    added TEXT NOT NULL
) WITHOUT ROWID;
