-- Lifetimes: which time counts, what goes when its time is over, and what is left of it.

-- When the service was last at work, and the times in which it was not. Lifetimes leave those out, so that what was stored shortly
-- before a long absence is not past its time when the service is back.
create table presence (
  one     boolean     primary key default true check (one),
  seen_at timestamptz not null default clock_timestamp()
);
insert into presence default values;
create table absence (
  begun_at      timestamptz primary key,
  ended_at      timestamptz not null,
  sent_again_at timestamptz
);
grant select, update on presence to ${relay_role};
grant select, insert, update on absence to ${relay_role};

-- Whoever calls it is at work. What was longer than a day since the last call was an absence.
create function note_presence() returns void
  language plpgsql as $$
declare
  last timestamptz;
begin
  select seen_at into last from presence for update;
  if last < clock_timestamp() - interval '1 day' then
    insert into absence (begun_at, ended_at) values (last, clock_timestamp());
  end if;
  update presence set seen_at = clock_timestamp();
end $$;

-- After a long absence the relay has topics sent again by itself, and writes that down.
grant insert on rebuild, operation to ${relay_role};

-- Removal finds what is oldest by an index.
create index dead_letter_arrived on dead_letter (arrived_at);
alter table operation add column id bigint generated always as identity primary key;
create index operation_at on operation (at);
grant select, delete on operation to ${relay_role};

-- Every key has the tenant in it, so that rows of a tenant could be kept on a machine of their own.
create index audit_unlinked_position on audit_unlinked (position);
alter table audit_unlinked drop constraint audit_unlinked_pkey, add primary key (chain, position);

-- The last line that was removed of each chain, so that the line behind it can still be checked.
create table audit_anchor (
  chain    text   primary key,
  sequence bigint not null,
  hash     bytea  not null
);
alter table audit_anchor enable row level security;
alter table audit_anchor force row level security;
create policy removing on audit_anchor to current_user using (true) with check (true);

-- Removes so many lines at most from the old end of a chain, up to the first that was written at that time or later; returns how many.
-- What was written in the last year nobody removes, not even a service that was taken over.
create function remove_audit_lines(of_chain text, before timestamptz, most integer) returns bigint
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  removed bigint := 0;
  last record;
begin
  if before > clock_timestamp() - interval '365 days' then
    raise exception 'lines of the audit log stay for a year at least' using errcode = 'BS403';
  end if;
  with step as (
    select l.sequence, l.hash, l.at from audit_line l
    where l.chain = of_chain order by l.sequence limit most)
  select s.sequence, s.hash into last from step s
  where s.sequence < coalesce((select min(y.sequence) from step y where y.at >= before), s.sequence + 1)
  order by s.sequence desc limit 1;
  if found then
    insert into audit_anchor (chain, sequence, hash) values (of_chain, last.sequence, last.hash)
    on conflict (chain) do update set sequence = excluded.sequence, hash = excluded.hash
      where audit_anchor.sequence < excluded.sequence;
    delete from audit_line l where l.chain = of_chain and l.sequence <= last.sequence;
    get diagnostics removed = row_count;
  end if;
  return removed;
end $$;
revoke all on function remove_audit_lines(text, timestamptz, integer) from public;
grant execute on function remove_audit_lines(text, timestamptz, integer) to ${relay_role};
