-- What plan versions ask for over time, to hold the sessions done against it. Versions from before have none of it.
alter table known_plan
  add column made_at           timestamptz,
  add column sessions_per_week integer,
  add column rest_until        timestamptz;
