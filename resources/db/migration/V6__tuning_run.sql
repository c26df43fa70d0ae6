-- fine-tuning runs under way or left behind by a process that ended; one goes with its cohort, and when its model is kept.
-- Checkpoints are learned from patients: they stand here, encrypted, and nowhere else.
CREATE TABLE tuning_run (
    name VARCHAR PRIMARY KEY,
    cohort_id BIGINT NOT NULL REFERENCES cohort (id) ON DELETE CASCADE,
    begun TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    record VARBINARY NOT NULL
);

CREATE TABLE tuning_checkpoint (
    name VARCHAR NOT NULL REFERENCES tuning_run (name) ON DELETE CASCADE,
    part INT NOT NULL,
    bytes VARBINARY NOT NULL,
    PRIMARY KEY (name, part)
);
