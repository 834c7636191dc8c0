-- What time it is for a patient of a sandbox. It stands still until it is put forward. Tenants that are no sandbox have no row,
-- and one of theirs would not be looked at.
create table patient_clock (
  tenant     text        not null,
  patient_id uuid        not null,
  now        timestamptz not null,
  event_id   uuid        not null,
  set_at     timestamptz not null default clock_timestamp(),
  primary key (tenant, patient_id)
);
call wall('patient_clock');
