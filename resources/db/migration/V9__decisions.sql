-- what a recommendation was accepted as instead, and until when one is put off
ALTER TABLE decision ADD COLUMN changed_to VARCHAR;
ALTER TABLE decision ADD COLUMN snoozed_until DATE;
