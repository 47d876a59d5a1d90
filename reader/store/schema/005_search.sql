-- Full text. rowid is document id * 8 + kind (reader.store.search.KINDS). Line n of `words` is the
-- search form (reader.arabic.normalise) of paragraph n, since FTS5's own tokenizer splits Arabic
-- words at their vowel signs; `stems` has the words' lemmas and what is left without particles.
CREATE VIRTUAL TABLE search USING fts5 (
    words, stems, tokenize = "unicode61 remove_diacritics 2"
);

-- What was indexed, for the kinds whose text is not that of the paragraphs: line n is of
-- paragraph n.
CREATE TABLE search_source (
    id INTEGER PRIMARY KEY,                -- rowid of search
    texts TEXT NOT NULL
);

-- Every indexed word and its stems, so that a search needs no lemma dictionary in memory.
CREATE TABLE search_form (
    form TEXT NOT NULL,
    stem TEXT NOT NULL,
    PRIMARY KEY (form, stem)
) WITHOUT ROWID;
CREATE INDEX search_form_stem ON search_form (stem);

-- Documents whose text is indexed, and how much of what grows there was then.
CREATE TABLE search_state (
    document_id INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    changes INTEGER NOT NULL,              -- library_entry.changes
    annotations INTEGER NOT NULL           -- last annotation_event of the document
);
