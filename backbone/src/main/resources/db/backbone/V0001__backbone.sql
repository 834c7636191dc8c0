-- What every service's database holds besides its own tables. Rows belong to a tenant; the wall is row-level
-- security, forced, for a role that owns nothing. The tenant of a transaction is set when it begins.

create function current_tenant() returns text
  language sql stable
  return nullif(current_setting('backstep.tenant', true), '');

-- Puts the wall around a table that has a tenant column, and lets the application read and write behind it.
create procedure wall(walled regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s force row level security', walled);
  execute format('create policy tenant_wall on %s to ${app_role}
                    using (tenant = current_tenant()) with check (tenant = current_tenant())', walled);
  execute format('grant select, insert, update, delete on %s to ${app_role}', walled);
end $$;

-- The last sequence given to a patient's events. Its row lock puts the patient's writers in line.
create table event_sequence (
  tenant        text   not null,
  patient_id    uuid   not null,
  last_sequence bigint not null,
  primary key (tenant, patient_id)
);
call wall('event_sequence');

-- Events that were decided in this database. The relay sends them in order of position and marks them.
create table outbox (
  tenant     text        not null,
  position   bigint      generated always as identity,
  event_id   uuid        not null,
  topic      text        not null,
  record_key text        not null,
  sequence   bigint,
  headers    jsonb       not null,
  payload    bytea,
  created_at timestamptz not null default clock_timestamp(),
  sent_at    timestamptz,
  primary key (tenant, position)
);
create index outbox_unsent on outbox (position) where sent_at is null;
call wall('outbox');
create policy relay on outbox to ${relay_role} using (true) with check (true);
grant select on outbox to ${relay_role};
grant update (sent_at) on outbox to ${relay_role};

-- How far each patient's events of each source have been taken in.
create table inbox_stream (
  tenant        text   not null,
  source        text   not null,
  patient_id    uuid   not null,
  last_sequence bigint not null,
  primary key (tenant, source, patient_id)
);
call wall('inbox_stream');

-- Every event that was taken in, and what became of it.
create table inbox_event (
  tenant     text        not null,
  event_id   uuid        not null,
  source     text        not null,
  patient_id uuid        not null,
  sequence   bigint      not null,
  outcome    text        not null check (outcome in ('APPLIED', 'IGNORED', 'DEAD_LETTERED')),
  taken_at   timestamptz not null default clock_timestamp(),
  primary key (tenant, event_id)
);
call wall('inbox_event');

-- Events that came early: their predecessors are still on the way.
create table inbox_parked (
  tenant     text        not null,
  source     text        not null,
  patient_id uuid        not null,
  sequence   bigint      not null,
  topic      text        not null,
  headers    jsonb       not null,
  payload    bytea,
  parked_at  timestamptz not null default clock_timestamp(),
  primary key (tenant, source, patient_id, sequence)
);
call wall('inbox_parked');
create policy relay on inbox_parked for select to ${relay_role} using (true);
grant select on inbox_parked to ${relay_role};

-- Answers already given to a key of the caller's choice.
create table idempotency (
  tenant      text        not null,
  client      text        not null,
  key         text        not null,
  fingerprint bytea       not null,
  status      integer,
  body        text,
  location    text,
  etag        text,
  created_at  timestamptz not null default clock_timestamp(),
  primary key (tenant, client, key)
);
call wall('idempotency');
