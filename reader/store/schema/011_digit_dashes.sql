-- The search form has a dash where a tatweel stands between two numbers: 1990ـ2000 was one word.
-- The keys of the memory are made anew before this, see reader.store.memory_keys. All is indexed
-- anew.
UPDATE library_entry SET changes = changes + 1;
DELETE FROM search_correction;
