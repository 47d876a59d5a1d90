-- Words the user learns, with the sentence they were met in.
CREATE TABLE vocabulary (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL,                    -- as it stood in the text
    word_key TEXT NOT NULL,                -- folded lemma: one row for each word learnt
    lemma TEXT NOT NULL DEFAULT '',
    gloss TEXT NOT NULL DEFAULT '',        -- what the user wants to remember
    sentence TEXT NOT NULL DEFAULT '',
    translation TEXT NOT NULL DEFAULT '',
    fingerprint TEXT NOT NULL DEFAULT '',  -- of the document
    paragraph_id TEXT NOT NULL DEFAULT '',
    start INTEGER NOT NULL DEFAULT 0,      -- of the word, in the paragraph
    status TEXT NOT NULL CHECK (status IN ('new', 'learning', 'known')),
    card TEXT NOT NULL,                    -- JSON of the spaced-repetition card
    due TEXT NOT NULL,                     -- ISO 8601, UTC
    added TEXT NOT NULL
);
CREATE UNIQUE INDEX vocabulary_key ON vocabulary (word_key);
CREATE INDEX vocabulary_due ON vocabulary (due);

CREATE TABLE review (
    vocabulary_id INTEGER NOT NULL REFERENCES vocabulary (id) ON DELETE CASCADE,
    reviewed TEXT NOT NULL,
    rating INTEGER NOT NULL                -- 1 again, 2 hard, 3 good, 4 easy
);
