-- Every text that a file has held, see reader.store.versions. Of a file of many articles `file` is
-- the path up to its "#", so that all its articles are found together.
CREATE TABLE file_text (
    file TEXT NOT NULL,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    number INTEGER,                        -- of the article that held it last
    followed INTEGER NOT NULL DEFAULT 0,   -- 1: its annotations were brought to a later text
    PRIMARY KEY (file, document_id)
) WITHOUT ROWID;
CREATE INDEX file_text_document ON file_text (document_id);

-- what earlier versions of the program knew: the last path of each text, the text of each path
INSERT OR IGNORE INTO file_text (file, document_id, number)
    SELECT iif(base LIKE '%#' AND base <> path, base, path), id,
        iif(base LIKE '%#' AND base <> path, CAST(substr(path, length(base) + 1) AS INTEGER), NULL)
    FROM (
        SELECT path, id, rtrim(path, '0123456789') AS base FROM (
            SELECT path, document_id AS id FROM file
            UNION SELECT path, id FROM document WHERE path NOT IN ('', '-')
        )
    );

-- Finds the annotations that have left a text.
CREATE INDEX annotation_event_left ON annotation_event (earlier) WHERE earlier IS NOT NULL;
