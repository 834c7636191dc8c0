-- What an endpoint was not told of and will not be by itself: changes that were past their time before they had become
-- deliveries, and deliveries that waited for too long while it was disabled.
alter table webhook_progress
  add column missed      bigint not null default 0,
  add column missed_from bigint,
  add column missed_to   bigint;

alter table webhook_delivery drop constraint webhook_delivery_state_check;
alter table webhook_delivery
  add constraint webhook_delivery_state_check check (state in ('PENDING', 'DELIVERED', 'FAILED', 'EXPIRED'));

-- Replays from before have no first number: it was not kept.
alter table webhook_replay
  add column from_number bigint,
  add column expired     boolean not null default false;

grant select (disabled_at) on webhook_endpoint to ${relay_role};
