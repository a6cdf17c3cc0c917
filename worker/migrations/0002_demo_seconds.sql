-- How long a group's demos may be, in seconds.
ALTER TABLE spaces ADD COLUMN demo_seconds INTEGER NOT NULL DEFAULT 120;
