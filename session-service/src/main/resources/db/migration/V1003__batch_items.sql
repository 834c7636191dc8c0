-- Items of batches that were recorded, by the id that the app gave them, with what was answered. An app may come back with them
-- after weeks without a network, so they stay for as long as the records do.
create table batch_item (
  tenant      text        not null,
  id          uuid        not null,
  patient_id  uuid        not null,
  fingerprint bytea       not null,
  status      integer,
  location    text,
  result      text,
  taken_at    timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
create index batch_item_of_patient on batch_item (tenant, patient_id);
call wall('batch_item');
