-- What has to be remembered of a patient to say what is due. Its row lock puts those in line who change it.
create table due_course (
  tenant     text not null,
  patient_id uuid not null,
  course     text not null,
  primary key (tenant, patient_id)
);
call wall('due_course');

-- What is due and not done, most of it ahead. Each is announced once as a change, when its time has come.
create table due_item (
  tenant       text        not null,
  id           uuid        not null,
  patient_id   uuid        not null,
  kind         text        not null,
  subject      uuid        not null,
  due_at       timestamptz not null,
  open_until   timestamptz,
  rule         text        not null,
  plan_version integer,
  announced_at timestamptz,
  primary key (tenant, id),
  unique (tenant, patient_id, kind, subject)
);
create index due_item_unannounced on due_item (due_at) where announced_at is null;
call wall('due_item');
create policy relay on due_item for select to ${relay_role} using (true);
grant select on due_item to ${relay_role};
