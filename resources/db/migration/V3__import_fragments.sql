-- parts of records that an import has read and could not hold in memory; gone when it has ended.
-- Without a primary key rows are only appended, so that keeping more does not rewrite what is there.
CREATE TABLE import_fragment (
    import_id BIGINT NOT NULL,
    external_id VARCHAR NOT NULL,
    sequence BIGINT NOT NULL,
    part INT NOT NULL,
    bytes VARBINARY NOT NULL
);
CREATE INDEX import_fragment_by_patient ON import_fragment (import_id, external_id, sequence, part);
