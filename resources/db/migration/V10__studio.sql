-- who had a model served although the promotion gate held it back, and why; goes with its promotion
CREATE TABLE waiver (
    promotion BIGINT PRIMARY KEY REFERENCES promotion (id),
    signed_by VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    findings VARBINARY NOT NULL
);
-- whether recommendations are given at all: the latest row says so
CREATE TABLE serving (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stopped BOOLEAN NOT NULL,
    who VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);
-- what only people can say on a model's card; the latest of an attribute stands, and an empty one takes it back
CREATE TABLE card_entry (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model VARCHAR NOT NULL,
    attribute VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);
