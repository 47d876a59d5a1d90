-- The keys of the memory are made anew before this, see reader.store.memory_keys: a correction no
-- longer stands for sentences that differ by ة and ه or ى and ي. All English is indexed anew.
UPDATE library_entry SET changes = changes + 1 WHERE translated > 0;
DELETE FROM search_correction;
