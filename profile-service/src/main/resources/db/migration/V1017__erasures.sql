-- What was asked to be erased, how far that is, and the signed word that it is done.
create table erasure (
  tenant       text        not null,
  id           uuid        not null,
  patient_id   uuid        not null,
  requested_at timestamptz not null,
  completed_at timestamptz,
  receipt      text,
  primary key (tenant, id),
  unique (tenant, patient_id)
);
call wall('erasure');

create table erasure_part (
  tenant       text not null,
  erasure_id   uuid not null,
  service      text not null,
  erased_at    timestamptz,
  removed_rows bigint,
  primary key (tenant, erasure_id, service),
  foreign key (tenant, erasure_id) references erasure
);
call wall('erasure_part');

call personal('patient', 'id');
call personal('clearance');
call personal('assessment');
