-- A statement that writes several rows of a patient asks once whether the patient was erased, and not once for each row.

-- As before, but at once for the patient of whom the running transaction has asked already (backstep.alive): it shares the lock
-- until it ends, so that the answer holds as long. Only a function that has just asked may say so.
create or replace function is_erased(patient uuid) returns boolean
  language plpgsql volatile as $$
begin
  if current_setting('backstep.alive', true) = patient::text then
    return false;
  end if;
  perform pg_advisory_xact_lock_shared(erasure_lock(patient));
  return exists (select from erased_patient e where e.tenant = current_tenant() and e.patient_id = patient);
end $$;

-- Whoever stores an answer in one go says himself whom it names.
create or replace function name_patients() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'UPDATE' or new.patients is null then
    new.patients := patients_in(concat_ws(' ', new.location, new.body));
  end if;
  return new;
end $$;
