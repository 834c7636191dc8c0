-- Where a partner wants to be called when something changes. What is deleted stays as a row until its log is gone, which
-- takes a while in small steps.
create table webhook_endpoint (
  tenant           text        not null,
  id               uuid        not null,
  url              text        not null,
  types            text        not null,
  description      text        not null,
  disabled_because text        check (disabled_because in ('GONE', 'FAILING', 'BY_PARTNER')),
  disabled_at      timestamptz,
  created_at       timestamptz not null,
  deleted_at       timestamptz,
  version          bigint      not null,
  primary key (tenant, id)
);
call wall('webhook_endpoint');
-- The relay role finds where there is work, whoever it is for. What the work is, only the tenant's transactions see.
create policy relay on webhook_endpoint for select to ${relay_role} using (true);
grant select (tenant, id, disabled_because, deleted_at) on webhook_endpoint to ${relay_role};

-- How far an endpoint's deliveries have come and how it answers. Its row lock puts those who fetch its work in line.
create table webhook_progress (
  tenant        text        not null,
  endpoint_id   uuid        not null,
  fanned_out    bigint      not null,
  failing_since timestamptz,
  failures      integer     not null default 0,
  paused_until  timestamptz,
  primary key (tenant, endpoint_id)
);
call wall('webhook_progress');
create policy relay on webhook_progress for select to ${relay_role} using (true);
grant select (tenant, endpoint_id, fanned_out, paused_until) on webhook_progress to ${relay_role};

-- What messages are signed with, sealed under a key that the database does not have.
create table webhook_secret (
  tenant      text        not null,
  id          uuid        not null,
  endpoint_id uuid        not null,
  sealed      bytea       not null,
  created_at  timestamptz not null,
  expires_at  timestamptz,
  primary key (tenant, id)
);
create index webhook_secret_endpoint on webhook_secret (tenant, endpoint_id);
call wall('webhook_secret');

-- One message for one endpoint. Who makes an attempt leaves its lease and moves the next attempt behind the time that it
-- may take: if it dies, another one finds the row due again.
create table webhook_delivery (
  tenant          text        not null,
  id              uuid        not null,
  endpoint_id     uuid        not null,
  change_number   bigint,
  patient_id      uuid,
  message_id      text        not null,
  type            text        not null,
  body            text        not null,
  state           text        not null check (state in ('PENDING', 'DELIVERED', 'FAILED')),
  round_attempts  integer     not null default 0,
  attempts        integer     not null default 0,
  next_attempt_at timestamptz,
  lease           uuid,
  last_outcome    text,
  last_status     integer,
  created_at      timestamptz not null,
  ended_at        timestamptz,
  primary key (tenant, id),
  unique (tenant, endpoint_id, change_number),
  check ((state = 'PENDING') = (next_attempt_at is not null))
);
create index webhook_delivery_due on webhook_delivery (tenant, endpoint_id, next_attempt_at) where state = 'PENDING';
create index webhook_delivery_log on webhook_delivery (tenant, endpoint_id, id);
create index webhook_delivery_patient on webhook_delivery (tenant, patient_id);
create index webhook_delivery_ended on webhook_delivery (ended_at) where ended_at is not null;
call wall('webhook_delivery');
create policy relay on webhook_delivery for select to ${relay_role} using (true);
grant select (tenant, endpoint_id, state, next_attempt_at, created_at, ended_at) on webhook_delivery to ${relay_role};

create table webhook_attempt (
  tenant      text        not null,
  delivery_id uuid        not null,
  number      integer     not null,
  at          timestamptz not null,
  took_ms     bigint      not null,
  outcome     text        not null,
  status      integer,
  primary key (tenant, delivery_id, number),
  foreign key (tenant, delivery_id) references webhook_delivery (tenant, id) on delete cascade
);
call wall('webhook_attempt');

-- A stretch of the change feed that an endpoint wants again, and how far that has come.
create table webhook_replay (
  tenant           text        not null,
  id               uuid        not null,
  endpoint_id      uuid        not null,
  next_number      bigint      not null,
  to_number        bigint      not null,
  only_undelivered boolean     not null,
  deliveries       bigint      not null default 0,
  created_at       timestamptz not null,
  finished_at      timestamptz,
  primary key (tenant, id)
);
create index webhook_replay_open on webhook_replay (tenant, endpoint_id) where finished_at is null;
call wall('webhook_replay');
create policy relay on webhook_replay for select to ${relay_role} using (true);
grant select (tenant, endpoint_id, finished_at) on webhook_replay to ${relay_role};
