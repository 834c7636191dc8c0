-- A session that needs nothing but itself is recorded by one statement, see SessionStatement.

-- Which state a course is in. Whoever read it and names its revision finds out whether it has changed since, whoever changed it:
-- a change that names no new revision is given one.
alter table patient_course add column revision uuid not null default gen_random_uuid();

create function revise() returns trigger
  language plpgsql as $$
begin
  new.revision := gen_random_uuid();
  return new;
end $$;
create trigger revised before update on patient_course
  for each row when (new.revision = old.revision) execute function revise();

-- What sessions of these patients are read against: their courses, and the plan versions that they name. Nothing for those who,
-- or whose versions, are unknown.
create function session_grounds(of_tenant text, patients uuid[], versions integer[])
  returns table (of_patient uuid, of_version integer, at_revision uuid, course_then text, plan_status text, plan_items text)
  language plpgsql volatile as $$
begin
  perform set_config('backstep.tenant', of_tenant, true);
  return query
    select asked.patient, asked.version, c.revision, c.course::text, p.status, p.items::text
    from unnest(patients, versions) asked (patient, version)
      join patient_course c on c.tenant = of_tenant and c.patient_id = asked.patient
      join known_plan p on p.tenant = of_tenant and p.patient_id = asked.patient and p.version = asked.version;
end $$;

-- Records a session as the plain way does (RecordingSession), in the same order of locks: the erasure's, the key's, the course's.
-- RECORDED when it has; anything else says why not, and then nothing was written.
create function record_session(of_tenant text, given jsonb) returns text
  language plpgsql volatile as $$
declare
  it record;
  next_sequence bigint;
begin
  perform set_config('backstep.tenant', of_tenant, true);
  select * into strict it from jsonb_to_record(given) as g (
    patient_id uuid, plan_version integer, revision uuid, next_revision uuid, course jsonb,
    session_id uuid, started_at timestamptz, request jsonb, answer jsonb,
    reading_id uuid, read_at timestamptz, pain integer,
    event_id uuid, topic text, headers jsonb, payload text,
    client text, key text, item_id uuid, fingerprint bytea, status integer, body text, location text,
    line jsonb);

  if is_erased(it.patient_id) then
    return 'ERASED';
  end if;
  perform set_config('backstep.alive', it.patient_id::text, true);

  if it.item_id is not null then
    insert into batch_item (tenant, id, patient_id, fingerprint, status, location, result)
      values (of_tenant, it.item_id, it.patient_id, it.fingerprint, it.status, it.location, it.body)
      on conflict do nothing;
    if not found then
      return 'KNOWN';
    end if;
  end if;
  if it.key is not null then
    insert into idempotency (tenant, client, key, fingerprint, status, body, location, patients)
      values (of_tenant, it.client, it.key, it.fingerprint, it.status, it.body, it.location, array[it.patient_id])
      on conflict do nothing;
    if not found then
      delete from batch_item where tenant = of_tenant and id = it.item_id;
      return 'KNOWN';
    end if;
  end if;

  update patient_course c set course = it.course, revision = it.next_revision
    where c.tenant = of_tenant and c.patient_id = it.patient_id and c.revision = it.revision
      and exists (
        select from known_plan p
        where p.tenant = of_tenant and p.patient_id = it.patient_id and p.version = it.plan_version);
  if not found then
    delete from batch_item where tenant = of_tenant and id = it.item_id;
    delete from idempotency where tenant = of_tenant and client = it.client and key = it.key;
    return 'CHANGED';
  end if;

  insert into session (tenant, id, patient_id, started_at, request, answer)
    values (of_tenant, it.session_id, it.patient_id, it.started_at, it.request, it.answer);
  insert into pain_reading (tenant, id, patient_id, at, pain, origin)
    values (of_tenant, it.reading_id, it.patient_id, it.read_at, it.pain, 'SESSION');
  insert into event_sequence as s (tenant, patient_id, last_sequence) values (of_tenant, it.patient_id, 1)
    on conflict (tenant, patient_id) do update set last_sequence = s.last_sequence + 1
    returning s.last_sequence into next_sequence;
  insert into outbox (tenant, event_id, topic, record_key, sequence, headers, payload)
    values (of_tenant, it.event_id, it.topic, it.patient_id::text, next_sequence, it.headers,
      convert_to(it.payload, 'UTF8'));
  if it.line is not null then
    insert into audit_unlinked
        (chain, at, client, operation, object_type, patient_id, object_id, salt, digest, status, code, times, trace_id)
      select l.chain, l.at, l.client, l.operation, l.object_type, l.patient_id, l.object_id, l.salt, l.digest, l.status,
        l.code, l.times, l.trace_id
      from jsonb_to_record(it.line) as l (
        chain text, at timestamptz, client text, operation text, object_type text, patient_id uuid, object_id text,
        salt bytea, digest bytea, status integer, code text, times bigint, trace_id text);
  end if;
  return 'RECORDED';
end $$;
revoke all on function session_grounds(text, uuid[], integer[]), record_session(text, jsonb) from public;
grant execute on function session_grounds(text, uuid[], integer[]), record_session(text, jsonb) to ${app_role};
