-- How far a patient's history has been folded. Its row lock puts the patient's events in line, whatever topic they
-- come from.
create table patient_course (
  tenant        text    not null,
  patient_id    uuid    not null,
  last_ordinal  integer not null,
  last_event_id uuid    not null,
  version       integer not null,
  clearance_ends timestamptz,
  primary key (tenant, patient_id)
);
call wall('patient_course');

-- Every event that was folded, in the order of folding. The plan versions can be made again from it.
create table history_event (
  tenant      text        not null,
  patient_id  uuid        not null,
  ordinal     integer     not null,
  event_id    uuid        not null,
  type        text        not null,
  occurred_at timestamptz not null,
  payload     text        not null,
  primary key (tenant, patient_id, ordinal),
  unique (tenant, event_id)
);
call wall('history_event');

-- One event makes at most one version.
create table plan_version (
  tenant         text        not null,
  patient_id     uuid        not null,
  version        integer     not null,
  kind           text        not null,
  status         text        not null,
  digest         text        not null,
  cause_event_id uuid        not null,
  created_at     timestamptz not null,
  document       text        not null,
  primary key (tenant, patient_id, version),
  unique (tenant, patient_id, cause_event_id)
);
call wall('plan_version');
