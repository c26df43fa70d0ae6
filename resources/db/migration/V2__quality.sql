-- the latest quality report of a cohort: what a card shows, and what of the cohort it was made of
CREATE TABLE quality (
    cohort_id BIGINT PRIMARY KEY REFERENCES cohort (id) ON DELETE CASCADE,
    computed_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    imported_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    points DOUBLE PRECISION
);

-- the report itself as JSON, cut into parts of at most a megabyte
CREATE TABLE quality_report (
    cohort_id BIGINT NOT NULL REFERENCES quality (cohort_id) ON DELETE CASCADE,
    part INT NOT NULL,
    bytes VARBINARY NOT NULL,
    PRIMARY KEY (cohort_id, part)
);
