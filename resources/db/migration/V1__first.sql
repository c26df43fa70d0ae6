-- every concept that a timeline refers to, by number; a code stands here once for each way it was spelt
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
    patients INT DEFAULT 0 NOT NULL,
    encounters BIGINT DEFAULT 0 NOT NULL,
    events BIGINT DEFAULT 0 NOT NULL,
    imported_at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

CREATE SEQUENCE import_key;
CREATE SEQUENCE patient_key;

-- what a worklist shows; a patient without a cohort belongs to an import that is not published, and is invisible
CREATE TABLE patient (
    id BIGINT PRIMARY KEY,
    import_id BIGINT NOT NULL,
    cohort_id BIGINT REFERENCES cohort (id) ON DELETE CASCADE,
    external_id VARCHAR NOT NULL,
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
    last_encounter TIMESTAMP(9)
);
CREATE INDEX patient_by_id ON patient (cohort_id, external_id);
CREATE INDEX patient_by_import ON patient (import_id, external_id);

-- encounters and events of a patient as one value, cut into parts of at most a megabyte
CREATE TABLE timeline (
    patient_id BIGINT NOT NULL REFERENCES patient (id) ON DELETE CASCADE,
    part INT NOT NULL,
    bytes VARBINARY NOT NULL,
    PRIMARY KEY (patient_id, part)
);

-- rows are added, never changed
CREATE TABLE decision (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cohort_id BIGINT NOT NULL REFERENCES cohort (id) ON DELETE CASCADE,
    patient_id VARCHAR NOT NULL,
    at TIMESTAMP(9) NOT NULL,
    model VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    system VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    display VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    reason VARCHAR,
    note VARCHAR,
    explanation VARBINARY NOT NULL,
    decided_by VARCHAR NOT NULL,
    decided_at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);
CREATE INDEX decision_by_patient ON decision (cohort_id, patient_id);

CREATE TABLE model (
    name VARCHAR PRIMARY KEY,
    base VARCHAR,
    cohort VARCHAR,
    made TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    facts INT NOT NULL,
    items INT NOT NULL,
    record VARBINARY NOT NULL,
    card VARBINARY NOT NULL
);

CREATE TABLE weights (
    model VARCHAR NOT NULL REFERENCES model (name) ON DELETE CASCADE,
    part INT NOT NULL,
    bytes VARBINARY NOT NULL,
    PRIMARY KEY (model, part)
);

-- which model was served when; a roll back is a row that takes the latest promotion still standing back
CREATE TABLE promotion (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model VARCHAR NOT NULL,
    before VARCHAR NOT NULL,
    takes_back BIGINT UNIQUE REFERENCES promotion (id),
    at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

-- sentence vectors by SHA-256 of encoder and text: made once, 130 a second
CREATE TABLE text_vector (
    hash BINARY(32) PRIMARY KEY,
    vector VARBINARY NOT NULL
);

-- who did what when, each entry bound to the one before it; holds no names, identifiers or values of patients
CREATE TABLE audit (
    number BIGINT PRIMARY KEY,
    at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    who VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    content BINARY(32) NOT NULL,
    chain BINARY(32) NOT NULL
);
CREATE INDEX audit_by_subject ON audit (subject);

CREATE USER reader PASSWORD 'reader';
GRANT SELECT ON SCHEMA PUBLIC TO reader;
