-- what else a concept was called by the sources that recorded it: pairs of the dictionary's numbers, by concept and not by event
CREATE TABLE also_coded (
    concept INT NOT NULL REFERENCES concept (id),
    other INT NOT NULL REFERENCES concept (id),
    PRIMARY KEY (concept, other)
);
-- a code is asked for in any of its spellings
CREATE INDEX concept_by_code ON concept (system, code);
