-- Where a patient is at home is told only as far as a tenant may know: its own patients. Of everybody else's no more is said
-- than that they are not its own, and for another tenant than the running one nobody is settled.

-- The running tenant, or '' for a patient of another one; null for one of whom nothing was taken in.
create or replace function home_of(patient uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when home = current_tenant() then home else '' end from patient_home where patient_id = patient;
$$;

-- Makes the running tenant the home of a patient who has none. Whether it is the patient's home then; no for any other tenant.
create or replace function is_home(patient uuid, tenant_of_event text) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  insert into patient_home (patient_id, home)
    select patient, tenant_of_event where tenant_of_event = current_tenant() on conflict do nothing;
  select coalesce((select home = tenant_of_event and home = current_tenant() from patient_home where patient_id = patient), false);
$$;
