-- What is remembered of a patient to read the next record: baseline, recent readings, the open flare.
create table patient_course (
  tenant     text  not null,
  patient_id uuid  not null,
  course     jsonb not null,
  primary key (tenant, patient_id)
);
call wall('patient_course');

-- Plan versions as their events told of them.
create table known_plan (
  tenant     text    not null,
  patient_id uuid    not null,
  version    integer not null,
  status     text    not null,
  items      jsonb   not null,
  primary key (tenant, patient_id, version)
);
call wall('known_plan');

create table session (
  tenant     text        not null,
  id         uuid        not null,
  patient_id uuid        not null,
  started_at timestamptz not null,
  request    jsonb       not null,
  answer     jsonb       not null,
  primary key (tenant, id)
);
create index session_of_patient on session (tenant, patient_id, id desc);
call wall('session');

create table check_in (
  tenant     text        not null,
  id         uuid        not null,
  patient_id uuid        not null,
  session_id uuid,
  at         timestamptz not null,
  request    jsonb       not null,
  answer     jsonb       not null,
  primary key (tenant, id)
);
call wall('check_in');

create table flare (
  tenant         text        not null,
  id             uuid        not null,
  patient_id     uuid        not null,
  opened_at      timestamptz not null,
  last_report_at timestamptz not null,
  severity       text        not null,
  reports        integer     not null,
  settled_at     timestamptz,
  primary key (tenant, id)
);
create index flare_of_patient on flare (tenant, patient_id, id desc);
call wall('flare');

create table pain_reading (
  tenant     text        not null,
  id         uuid        not null,
  patient_id uuid        not null,
  at         timestamptz not null,
  pain       integer     not null,
  origin     text        not null,
  primary key (tenant, id)
);
create index pain_reading_of_patient on pain_reading (tenant, patient_id, at desc);
call wall('pain_reading');
