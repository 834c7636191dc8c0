-- The plan as it stands is read by one statement, see PlanNow. Nothing for a patient who is unknown; no version for one without a plan.
create function plan_now(of_tenant text, of_patient uuid)
  returns table (at_version integer, document_then text, cleared_until timestamptz)
  language plpgsql volatile as $$
begin
  perform set_config('backstep.tenant', of_tenant, true);
  return query
    select p.version, p.document, c.clearance_ends
    from patient_course c
      left join lateral (
        select v.version, v.document from plan_version v
        where v.tenant = of_tenant and v.patient_id = of_patient
        order by v.version desc limit 1) p on true
    where c.tenant = of_tenant and c.patient_id = of_patient;
end $$;
revoke all on function plan_now(text, uuid) from public;
grant execute on function plan_now(text, uuid) to ${app_role};
