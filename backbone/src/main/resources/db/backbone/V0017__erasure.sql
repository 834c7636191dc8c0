-- Erasing a patient. Whatever names the patient is deleted, and nothing of it can come back: a row of an erased patient is
-- refused by its table, whoever writes it and however long that was under way.

-- Who was erased. It names nobody: a pseudonym is left, by which what comes late is known and dropped.
create table erased_patient (
  tenant         text        not null,
  patient_id     uuid        not null,
  erasure_id     uuid        not null,
  event_id       uuid        not null,
  correlation_id uuid        not null,
  erased_at      timestamptz not null default clock_timestamp(),
  removed_rows   bigint      not null,
  settled_at     timestamptz,
  primary key (tenant, patient_id)
);
create index erased_patient_open on erased_patient (erased_at) where settled_at is null;
create index erased_patient_at on erased_patient (erased_at);
call wall('erased_patient');
create policy relay on erased_patient for select to ${relay_role} using (true);
grant select on erased_patient to ${relay_role};

-- Puts an erasure and those who write for the patient in line. Tenants do not get into each other's way.
create function erasure_lock(patient uuid) returns bigint
  language sql stable
  return hashtextextended(current_tenant() || '/' || patient, 0);

-- Whether a patient of the running tenant was erased. Who has asked keeps an erasure waiting until the transaction ends, so
-- that the answer holds. Each statement in here sees what has committed by then.
create function is_erased(patient uuid) returns boolean
  language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(erasure_lock(patient));
  return exists (select from erased_patient e where e.tenant = current_tenant() and e.patient_id = patient);
end $$;

create function refuse_erased() returns trigger
  language plpgsql as $$
declare
  patient uuid;
begin
  if tg_argv[0] = 'id' then
    patient := new.id;
  else
    patient := new.patient_id;
  end if;
  if is_erased(patient) and current_setting('backstep.erasing', true) is distinct from patient::text then
    raise exception 'the patient was erased' using errcode = 'BS404';
  end if;
  return new;
end $$;

-- Says that a table's rows belong to a patient: they go with the patient and do not come back. A table that is named later
-- is emptied earlier, so that rows go before those that they refer to.
create procedure personal(named regclass, patient_column text default 'patient_id')
  language plpgsql as $$
begin
  execute format('create trigger personal before insert on %s for each row execute function refuse_erased(%L)',
    named, patient_column);
end $$;

-- Deletes the patient's rows from every personal table; returns how many.
create function erase_personal(patient uuid) returns bigint
  language plpgsql volatile as $$
declare
  personal record;
  gone bigint;
  total bigint := 0;
begin
  for personal in
    select t.tgrelid::regclass as name, split_part(encode(t.tgargs, 'escape'), '\000', 1) as patient_column
    from pg_trigger t where t.tgname = 'personal' and t.tgrelid <> 'event_sequence'::regclass
    order by t.oid desc
  loop
    execute format('delete from %s where tenant = current_tenant() and %I = $1', personal.name, personal.patient_column)
      using patient;
    get diagnostics gone = row_count;
    total := total + gone;
  end loop;
  return total;
end $$;

-- The last number of an erased patient's events is needed for one more; it goes when that is in the outbox.
call personal('event_sequence');
call personal('inbox_stream');
call personal('inbox_event');
call personal('inbox_parked');
call personal('inbox_gap');
call personal('patient_clock');
create index inbox_event_patient on inbox_event (tenant, patient_id);
create index outbox_key on outbox (record_key);

-- Whom a remembered answer names. One that names an erased patient is not remembered: a call can have begun before.
alter table idempotency add column patients uuid[];

create function patients_in(answer text) returns uuid[]
  language sql immutable
  return (
    select array_agg(distinct found[1]::uuid)
    from regexp_matches(answer,
      '(?:/patients/|"patientId" ?: ?")([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})', 'g') found);

create function name_patients() returns trigger
  language plpgsql as $$
begin
  new.patients := patients_in(concat_ws(' ', new.location, new.body));
  return new;
end $$;

create function forget_answer() returns trigger
  language plpgsql as $$
begin
  if (select bool_or(is_erased(named)) from (select unnest(new.patients) as named order by 1) all_named) then
    delete from idempotency where tenant = new.tenant and client = new.client and key = new.key;
  end if;
  return null;
end $$;

create trigger name_patients before insert or update of body, location on idempotency
  for each row execute function name_patients();
create trigger forget_answer after insert or update of body, location on idempotency
  for each row when (new.patients is not null) execute function forget_answer();

create function erase_answers(patient uuid) returns bigint
  language sql volatile as $$
  with answers as (
    delete from idempotency where tenant = current_tenant() and patients @> array[patient] returning 1)
  select count(*) from answers;
$$;

alter table idempotency no force row level security;
update idempotency set body = body where body is not null;
alter table idempotency force row level security;
create index idempotency_patients on idempotency using gin (patients);

-- A record that cannot be read says only by its key whose it is, and belongs to no tenant. The home of an erased patient is
-- kept with the mark, also so that no other tenant's event can take the pseudonym for its own.
alter table patient_home add column erased boolean not null default false;

create function mark_erased(patient uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update patient_home set erased = true where patient_id = patient and home = current_tenant();
$$;

create function was_erased(record_key text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from patient_home
    where erased and patient_id = case
      when record_key ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then record_key::uuid end);
$$;
revoke all on function mark_erased(uuid), was_erased(text) from public;
grant execute on function mark_erased(uuid), was_erased(text) to ${app_role};

create function drop_letter_of_erased() returns trigger
  language plpgsql as $$
begin
  return case when was_erased(new.record_key) then null else new end;
end $$;
create trigger erased before insert on dead_letter
  for each row execute function drop_letter_of_erased();

-- Dead letters that name the patient, anywhere in them, and their copies that are to be sent: of the running tenant.
create function erase_letters(patient uuid) returns bigint
  language sql volatile as $$
  with letters as (
    delete from dead_letter
    where tenant = current_tenant()
      and (record_key = patient::text or position(patient::text in headers::text) > 0
           or position(convert_to(patient::text, 'UTF8') in payload) > 0)
    returning id),
  copies as (
    delete from outbox
    where tenant = current_tenant() and topic like '%.dlq.v_'
      and (record_key = patient::text or event_id in (select id from letters)))
  select count(*) from letters;
$$;
