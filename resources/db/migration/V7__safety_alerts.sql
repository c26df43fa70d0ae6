-- which safety rules spoke against an item when it was decided on, by their ids; and why it was accepted all the same
ALTER TABLE decision ADD COLUMN alerts VARCHAR;
ALTER TABLE decision ADD COLUMN override_reason VARCHAR;
