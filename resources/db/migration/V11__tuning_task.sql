-- tunings that were defined and kept under a name; one goes with its cohort. What was prepared for one is the latest: numbers
-- (snapshot), and by patient a hash of the records (patients), which stands here, encrypted, and nowhere else.
CREATE TABLE tuning_task (
    name VARCHAR PRIMARY KEY,
    cohort_id BIGINT NOT NULL REFERENCES cohort (id) ON DELETE CASCADE,
    definition VARBINARY NOT NULL,
    changed TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    snapshot VARBINARY,
    patients VARBINARY
);
