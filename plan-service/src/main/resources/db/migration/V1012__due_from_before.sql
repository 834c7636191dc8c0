-- Whoever begins to keep what is due looks for patients whose plans were folded before there was anything to keep.
create policy relay on patient_course for select to ${relay_role} using (true);
grant select (tenant, patient_id) on patient_course to ${relay_role};
create policy relay on due_course for select to ${relay_role} using (true);
grant select (tenant, patient_id) on due_course to ${relay_role};
