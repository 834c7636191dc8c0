-- The rule set that each event was folded under at first. When a plan is made again from its history, each event is
-- folded under that one, so that a later rule set never changes the past.
alter table history_event add column ruleset_version text not null default '1';
