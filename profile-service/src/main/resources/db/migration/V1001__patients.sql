create table patient (
  tenant              text        not null,
  id                  uuid        not null,
  external_id         text,
  birth_year          integer     not null,
  time_zone           text        not null,
  equipment           text        not null,
  minutes_per_session integer     not null,
  sessions_per_week   integer     not null,
  version             bigint      not null,
  created_at          timestamptz not null,
  primary key (tenant, id),
  unique (tenant, external_id)
);
call wall('patient');

create table clearance (
  tenant      text        not null,
  patient_id  uuid        not null,
  status      text        not null,
  loading     boolean     not null,
  given_by    text        not null,
  valid_until timestamptz,
  recorded_at timestamptz not null,
  version     bigint      not null,
  primary key (tenant, patient_id),
  foreign key (tenant, patient_id) references patient
);
call wall('clearance');

create table assessment (
  tenant      text        not null,
  id          uuid        not null,
  patient_id  uuid        not null,
  assessed_at timestamptz not null,
  average_7d  integer     not null,
  odi_percent integer,
  request     jsonb       not null,
  answer      jsonb       not null,
  primary key (tenant, id),
  foreign key (tenant, patient_id) references patient
);
create index assessment_of_patient on assessment (tenant, patient_id, id desc);
call wall('assessment');
