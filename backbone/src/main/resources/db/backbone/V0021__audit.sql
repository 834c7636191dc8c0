-- Who did what, and how it ended: a line for each call, linked to the line before it by a hash. Lines are only ever added.
-- A chain belongs to a tenant and has its name; '-' is the chain of callers who proved no tenant, which no tenant can read.

-- Lines on their way: those of writes come in the transaction of the write. About a second later they are linked and gone.
create table audit_unlinked (
  position    bigint      generated always as identity primary key,
  chain       text        not null,
  at          timestamptz not null,
  client      text,
  operation   text,
  object_type text,
  patient_id  uuid,
  object_id   text,
  salt        bytea,
  digest      bytea,
  status      integer     not null,
  code        text,
  times       bigint      not null,
  trace_id    text
);
alter table audit_unlinked enable row level security;
alter table audit_unlinked force row level security;
create policy tenant_wall on audit_unlinked for insert to ${app_role} with check (chain = current_tenant());
grant insert on audit_unlinked to ${app_role};
create policy linking on audit_unlinked to ${relay_role} using (true) with check (true);
grant select, delete on audit_unlinked to ${relay_role};

-- The chains. patient_id, object_id and salt are beside what is hashed: they go when the patient is erased.
create table audit_line (
  chain       text        not null,
  sequence    bigint      not null,
  at          timestamptz not null,
  client      text,
  operation   text,
  object_type text,
  patient_id  uuid,
  object_id   text,
  salt        bytea,
  digest      bytea,
  status      integer     not null,
  code        text,
  times       bigint      not null,
  trace_id    text,
  previous    bytea       not null,
  hash        bytea       not null,
  primary key (chain, sequence)
);
create index audit_line_patient on audit_line (chain, patient_id) where patient_id is not null;
create index audit_line_at on audit_line (chain, at);
alter table audit_line enable row level security;
alter table audit_line force row level security;
create policy tenant_wall on audit_line for select to ${app_role} using (chain = current_tenant());
grant select on audit_line to ${app_role};
create policy linking_read on audit_line for select to ${relay_role} using (true);
create policy linking on audit_line for insert to ${relay_role} with check (true);
grant select (chain, sequence, hash), insert on audit_line to ${relay_role};

-- Where each chain ends, so that lines that are missing at its end are missed.
create table audit_head (
  chain    text   primary key,
  sequence bigint not null,
  hash     bytea  not null
);
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy linking on audit_head to ${relay_role} using (true) with check (true);
grant select, insert, update on audit_head to ${relay_role};

-- Puts those in line who link.
create function audit_lock() returns bigint
  language sql immutable
  return 7089336938131513204;

-- Whether the patient is the tenant's and was not erased: of others no ids are kept.
create function is_named_in_audit(tenant_of_chain text, patient uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from patient_home where patient_id = patient and home = tenant_of_chain and not erased);
$$;
revoke all on function is_named_in_audit(text, uuid) from public;
grant execute on function is_named_in_audit(text, uuid) to ${relay_role};

create function name_nobody_else() returns trigger
  language plpgsql as $$
begin
  if not is_named_in_audit(new.chain, new.patient_id) then
    new.patient_id := null;
    new.object_id := null;
    new.salt := null;
  end if;
  return new;
end $$;
create trigger names before insert on audit_line
  for each row when (new.patient_id is not null) execute function name_nobody_else();

-- Takes the ids of an erased patient of the running tenant away from so many lines at most, and says from how many; what is hashed
-- stays as it is.
create policy forgetting on audit_unlinked to current_user using (true) with check (true);
create policy forgetting on audit_line to current_user using (true) with check (true);
create function forget_in_audit(patient uuid, most integer) returns bigint
  language sql volatile security definer set search_path = public, pg_temp as $$
  with erased as (
    select patient_id from patient_home where patient_id = patient and home = current_tenant() and erased),
  unlinked as (
    update audit_unlinked set patient_id = null, object_id = null, salt = null
    where chain = current_tenant() and patient_id in (select patient_id from erased)
    returning 1),
  linked as (
    update audit_line set patient_id = null, object_id = null, salt = null
    where chain = current_tenant() and sequence = any (array(
      select sequence from audit_line
      where chain = current_tenant() and patient_id in (select patient_id from erased) limit most))
    returning 1)
  select (select count(*) from unlinked) + (select count(*) from linked);
$$;
revoke all on function forget_in_audit(uuid, integer) from public;
grant execute on function forget_in_audit(uuid, integer) to ${app_role};
