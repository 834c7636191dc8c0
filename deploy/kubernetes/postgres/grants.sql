-- Run as the owner of a service's database, in it: who else may come in, and what PUBLIC may no longer do. Can be repeated. Says the
-- same as deploy/postgres/create-databases, but needs no superuser.
DO $$
DECLARE
  service text := current_database();
  owner   text := service || '_owner';
  app     text := service || '_app';
  relay   text := service || '_relay';
BEGIN
  EXECUTE format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', service);
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I, %I', service, app, relay);
  EXECUTE format('ALTER SCHEMA public OWNER TO %I', owner);
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I, %I', app, relay);
END
$$;
