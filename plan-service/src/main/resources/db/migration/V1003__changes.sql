-- What happened to a tenant's patients, told by ids alone. A row is written in the transaction of what happened, and gets
-- its number once that has committed, so that the numbers run in the order in which changes can be seen: a reader who
-- goes on after the last number that it saw misses nothing, however long a transaction took.
create table change (
  tenant       text        not null,
  id           uuid        not null,
  number       bigint,
  type         text        not null,
  patient_id   uuid        not null,
  plan_version integer,
  due_id       uuid,
  event_id     uuid,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  primary key (tenant, id),
  unique (tenant, number)
);
create index change_unnumbered on change (tenant, id) where number is null;
create index change_patient on change (tenant, patient_id);
call wall('change');
create policy relay on change to ${relay_role} using (true);
grant select, delete on change to ${relay_role};

-- The last number given in a tenant's feed; its row lock puts those who give numbers in line. And up to which number
-- changes were removed because of their age.
create table change_feed (
  tenant        text   not null primary key,
  last_number   bigint not null default 0,
  removed_up_to bigint not null default 0
);
call wall('change_feed');
create policy relay on change_feed to ${relay_role} using (true) with check (true);
grant select on change_feed to ${relay_role};
grant update (removed_up_to) on change_feed to ${relay_role};

