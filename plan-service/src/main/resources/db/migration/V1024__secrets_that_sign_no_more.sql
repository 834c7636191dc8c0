-- Secrets that no longer sign go with the log; the role that finds old rows sees which tenants have some.
create policy relay on webhook_secret for select to ${relay_role} using (true);
grant select (tenant, expires_at) on webhook_secret to ${relay_role};
