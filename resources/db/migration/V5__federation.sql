-- what signs the files that leave this installation for a federation: one key pair
CREATE TABLE signing_key (
    id INT PRIMARY KEY CHECK (id = 1),
    public_key VARBINARY(64) NOT NULL,
    private_key VARBINARY(128) NOT NULL
);
-- whose files are believed
CREATE TABLE signer (
    name VARCHAR(200) PRIMARY KEY,
    public_key VARBINARY(64) NOT NULL UNIQUE,
    trusted_at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);
-- rounds for which an update was written here
CREATE TABLE federation_update (
    federation VARCHAR(36) NOT NULL,
    round INT NOT NULL,
    at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (federation, round)
);
