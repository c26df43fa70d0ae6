CREATE TABLE concept (
    id INT PRIMARY KEY,
    system VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    display VARCHAR NOT NULL
);

CREATE TABLE cohort (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name VARCHAR NOT NULL UNIQUE,
    synthetic BOOLEAN NOT NULL,
    imported_at TIMESTAMP WITH TIME ZONE NOT NULL,
    published BOOLEAN NOT NULL
);

-- a patient is invisible until the import that brought it is published
CREATE TABLE patient (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cohort_id BIGINT NOT NULL REFERENCES cohort (id) ON DELETE CASCADE,
    external_id VARCHAR NOT NULL,
    published BOOLEAN NOT NULL,
    family_name VARCHAR,
    given_name VARCHAR,
    sex VARCHAR NOT NULL,
    birth_date DATE,
    death_date DATE,
    race VARCHAR,
    ethnicity VARCHAR,
    language VARCHAR,
    site VARCHAR,
    encounters INT NOT NULL,
    events INT NOT NULL,
    active_conditions INT NOT NULL,
    active_medications INT NOT NULL,
    last_encounter TIMESTAMP,
    timeline VARBINARY NOT NULL
);
CREATE INDEX patient_by_id ON patient (cohort_id, external_id);

CREATE TABLE decision (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cohort_id BIGINT NOT NULL REFERENCES cohort (id) ON DELETE CASCADE,
    patient_id VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
    model VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    system VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    display VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    reason VARCHAR,
    note VARCHAR,
    explanation CLOB NOT NULL,
    decided_by VARCHAR NOT NULL,
    decided_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX decision_by_patient ON decision (cohort_id, patient_id);

CREATE TABLE model (
    name VARCHAR PRIMARY KEY,
    base VARCHAR,
    cohort VARCHAR,
    made TIMESTAMP WITH TIME ZONE NOT NULL,
    facts INT NOT NULL,
    items INT NOT NULL,
    record CLOB NOT NULL,
    card CLOB NOT NULL,
    weights BLOB NOT NULL
);

CREATE TABLE promotion (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model VARCHAR NOT NULL,
    before VARCHAR NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    rolled_back_at TIMESTAMP WITH TIME ZONE
);
