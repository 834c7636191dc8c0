-- Retention, dead letters as a working list, gaps that were given up, and topics that are sent again.

-- The relay role looks after all tenants' rows: it removes what is past its retention.
grant delete on outbox to ${relay_role};
create policy relay on inbox_event to ${relay_role} using (true);
grant select, delete on inbox_event to ${relay_role};
create policy relay on idempotency to ${relay_role} using (true);
grant select, delete on idempotency to ${relay_role};
create index inbox_event_taken on inbox_event (taken_at);
create index idempotency_created on idempotency (created_at);

-- A state record repeats the whole of its subject; the last one of each key outlives the retention.
alter table outbox add column state boolean not null default false;
create index outbox_sent on outbox (sent_at) where sent_at is not null;
create index outbox_topic on outbox (topic, position);
create index outbox_unsent_topic on outbox (topic, position) where sent_at is null;
create index outbox_state on outbox (topic, record_key, position) where state;

-- A topic that is being sent again, from the first row kept to the last one there was when it was asked for.
create table rebuild (
  topic         text        primary key,
  up_to         bigint      not null,
  sent_up_to    bigint      not null default 0,
  sent          bigint      not null default 0,
  refused       bigint      not null default 0,
  requested_at  timestamptz not null default clock_timestamp(),
  requested_by  text        not null,
  finished_at   timestamptz
);
grant select, update on rebuild to ${relay_role};

-- Numbers that a stream went past without an effect: given up as missing, or held only by a dead letter. What comes late
-- is still taken in, each number once.
create table inbox_gap (
  tenant     text        not null,
  source     text        not null,
  patient_id uuid        not null,
  from_seq   bigint      not null,
  to_seq     bigint      not null,
  because    text        not null check (because in ('MISSING', 'DEAD_LETTER')),
  given_up_at timestamptz not null default clock_timestamp(),
  primary key (tenant, source, patient_id, from_seq)
);
call wall('inbox_gap');
create policy relay on inbox_gap for select to ${relay_role} using (true);
grant select on inbox_gap to ${relay_role};

-- Where a parked record lay, for its dead letter; and what the relay role needs to find streams that wait too long.
alter table inbox_parked
  add column partition     integer not null default -1,
  add column record_offset bigint  not null default -1;
create policy relay on inbox_stream for select to ${relay_role} using (true);
grant select on inbox_stream to ${relay_role};

-- What could not be handled, as the operator's working list. The record itself goes to the dead-letter topic as well.
create table dead_letter (
  tenant      text        not null,
  id          uuid        not null,
  topic       text        not null,
  partition   integer     not null,
  record_offset bigint    not null,
  record_key  text,
  headers     jsonb       not null,
  payload     bytea,
  cause       text        not null,
  reason      text        not null,
  arrived_at  timestamptz not null default clock_timestamp(),
  state       text        not null default 'OPEN' check (state in ('OPEN', 'REPLAYED', 'DISCARDED')),
  primary key (tenant, id)
);
call wall('dead_letter');
create policy relay on dead_letter to ${relay_role} using (true);
grant select, delete on dead_letter to ${relay_role};
create index dead_letter_id on dead_letter (id);
create index dead_letter_open on dead_letter (arrived_at) where state = 'OPEN';

-- Who did what by command: dead letters shown, replayed, discarded; topics sent again. Rows are only ever added.
create table operation (
  at      timestamptz not null default clock_timestamp(),
  actor   text        not null,
  act     text        not null,
  subject text        not null,
  note    text        not null default ''
);

-- The tenant that a patient belongs to: that of the first event which was taken in, or of the call that made the patient
-- known. A patient never moves: an event that names another tenant is forged or broken. No tenant column and no wall,
-- hence reached only through the functions below.
create table patient_home (
  patient_id uuid primary key,
  home       text not null
);

-- Where a patient is at home; null for one of whom nothing was taken in.
create function home_of(patient uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select home from patient_home where patient_id = patient;
$$;

-- Makes the tenant the home of a patient who has none. Whether it is the patient's home then.
create function is_home(patient uuid, tenant_of_event text) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  insert into patient_home (patient_id, home) values (patient, tenant_of_event) on conflict do nothing;
  select home = tenant_of_event from patient_home where patient_id = patient;
$$;
revoke all on function home_of(uuid), is_home(uuid, text) from public;
grant execute on function home_of(uuid), is_home(uuid, text) to ${app_role};

-- What is there from before. The wall is forced on the owner as well, who has no policy: it is let in for these statements.
alter table outbox no force row level security;
alter table event_sequence no force row level security;
alter table inbox_stream no force row level security;
update outbox set state = true where topic = 'pt.plan.state.v1';
insert into patient_home (patient_id, home)
  select distinct on (patient_id) patient_id, tenant
  from (select patient_id, tenant, true as decided_here, last_sequence from event_sequence
        union all
        select patient_id, tenant, false, last_sequence from inbox_stream) known
  order by patient_id, decided_here desc, last_sequence desc, tenant;
alter table outbox force row level security;
alter table event_sequence force row level security;
alter table inbox_stream force row level security;
