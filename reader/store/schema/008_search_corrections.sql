-- Sentences whose correction was made, changed or removed since the index was last brought up to
-- date: the English of the documents that have them is indexed anew. A sentence may be there more
-- than once, since in a trigger an upsert's own conflict rule would come before OR IGNORE.
CREATE TABLE search_correction (
    source_key TEXT NOT NULL               -- memory.source_key
);
CREATE TRIGGER search_corrected AFTER INSERT ON memory
BEGIN
    INSERT INTO search_correction VALUES (NEW.source_key);
END;
CREATE TRIGGER search_correction_changed AFTER UPDATE ON memory
BEGIN
    INSERT INTO search_correction VALUES (NEW.source_key);
END;
CREATE TRIGGER search_correction_removed AFTER DELETE ON memory
BEGIN
    INSERT INTO search_correction VALUES (OLD.source_key);
END;
-- corrections that were there before, and translations that were there before their document
UPDATE library_entry SET changes = changes + 1 WHERE translated > 0;
