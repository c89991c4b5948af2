-- Accounts, what proves them, and their sessions. What could be stolen (hashes of passwords, tokens and keys) has no SELECT grant for the
-- program: it is reached only through the definer functions below, each of which counts the try or asks for the token itself
-- (docs/decisions/2026-11-identity-behind-definer-functions.md).

-- The asking account: actors without one (jobs) are named `kind:name` instead.
create function kernel.account() returns uuid language sql stable parallel safe
  as $$ select case when kernel.actor() ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then kernel.actor()::uuid end $$;

create table kernel.account (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('person', 'machine', 'device', 'job')),
  name text not null check (length(name) between 1 and 200),
  -- NFKC and case folding (SEC-ID-01): two spellings of one name are one account.
  folded_name text not null check (length(folded_name) between 1 and 200),
  state text not null default 'active' check (state in ('active', 'disabled')),
  disabled_at timestamptz,
  disabled_why text,
  created_at timestamptz not null,
  created_by uuid,
  last_used_at timestamptz,
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, person_id) references kernel.person (node_id, id),
  -- No shared accounts, and no second one that would hide a second office (SEC-TA-01).
  unique (node_id, person_id),
  unique (node_id, folded_name),
  check ((kind = 'person') = (person_id is not null))
);

create table kernel.password (
  node_id int not null default kernel.node(),
  account_id uuid not null,
  stored text not null,
  changed_at timestamptz not null,
  must_change boolean not null default false,
  primary key (node_id, account_id),
  foreign key (node_id, account_id) references kernel.account (node_id, id)
);

create table kernel.password_history (
  node_id int not null default kernel.node(),
  id uuid not null,
  account_id uuid not null,
  stored text not null,
  set_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, account_id) references kernel.account (node_id, id)
);
create index password_history_account on kernel.password_history (node_id, account_id, set_at desc);

create table kernel.second_factor (
  node_id int not null default kernel.node(),
  account_id uuid not null,
  -- Sealed by the crypto door for exactly this row.
  secret_sealed text,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  -- A new secret takes effect only once a code of it was shown.
  pending_sealed text,
  pending_at timestamptz,
  primary key (node_id, account_id),
  foreign key (node_id, account_id) references kernel.account (node_id, id)
);

create table kernel.recovery_code (
  node_id int not null default kernel.node(),
  id uuid not null,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (node_id, id),
  foreign key (node_id, account_id) references kernel.account (node_id, id)
);
create index recovery_code_account on kernel.recovery_code (node_id, account_id);

create table kernel.session (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  account_id uuid not null,
  person_id uuid,
  token_hash bytea not null,
  -- The post acted in; with stand_in_for it is that person's post.
  post_id uuid,
  stand_in_for uuid,
  method text not null check (method in ('password', 'oidc')),
  opened_at timestamptz not null,
  active_at timestamptz not null,
  factor_at timestamptz,
  address text,
  agent text check (length(agent) <= 300),
  failed_before int not null default 0,
  ended_at timestamptz,
  ended_why text,
  primary key (node_id, id),
  unique (node_id, token_hash),
  foreign key (node_id, account_id) references kernel.account (node_id, id)
);
create index session_account on kernel.session (node_id, account_id, opened_at desc);

-- Tries that have not (yet) proved right, by what they count against: `name:<hash>`, `factor:<account>`, `address:<ip>`, `total`.
create table kernel.sign_in_counter (
  node_id int not null default kernel.node(),
  key text not null check (length(key) <= 200),
  failed_at timestamptz[] not null default '{}',
  locked_until timestamptz,
  counted_at timestamptz not null default now(),
  primary key (node_id, key)
);
create index sign_in_counter_at on kernel.sign_in_counter (node_id, counted_at);

-- Which names one password was tried on: 24 bits of a keyed hash of the password, too few to find it by.
create table kernel.sign_in_print (
  node_id int not null default kernel.node(),
  print int not null,
  name_key text not null check (length(name_key) <= 200),
  at timestamptz not null,
  primary key (node_id, print, name_key)
);
create index sign_in_print_at on kernel.sign_in_print (node_id, at);

create table kernel.machine_key (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  account_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  key_hash bytea not null,
  -- The roles of the account that this key may use.
  scope text[] not null check (cardinality(scope) between 1 and 20),
  created_at timestamptz not null,
  created_by uuid,
  valid_to date not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (node_id, id),
  unique (node_id, key_hash),
  foreign key (node_id, account_id) references kernel.account (node_id, id)
);

create table kernel.reset_token (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  account_id uuid not null,
  code_hash bytea not null,
  purpose text not null check (purpose in ('first-password', 'reset')),
  started_by uuid,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (node_id, id),
  unique (node_id, code_hash),
  foreign key (node_id, account_id) references kernel.account (node_id, id)
);
create index reset_token_account on kernel.reset_token (node_id, account_id);

create table kernel.oidc_identity (
  node_id int not null default kernel.node(),
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  account_id uuid not null,
  unit_id uuid not null,
  linked_at timestamptz not null,
  primary key (node_id, issuer, subject),
  foreign key (node_id, account_id) references kernel.account (node_id, id)
);

create table kernel.first_administrator (
  node_id int not null default kernel.node(),
  code_hash bytea not null,
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  claimed_at timestamptz,
  claimed_by uuid,
  primary key (node_id)
);

-- Row-level security. Forced, so it binds the owner too; the owner's own policy is what lets the definer functions work, for the node at hand.
do $$
declare target text;
begin
  foreach target in array array['account', 'password', 'password_history', 'second_factor', 'recovery_code', 'session', 'sign_in_counter',
    'sign_in_print', 'machine_key', 'reset_token', 'oidc_identity', 'first_administrator'] loop
    execute format('alter table kernel.%I enable row level security', target);
    execute format('alter table kernel.%I force row level security', target);
    execute format('create policy definer on kernel.%I to %I using (node_id = (select kernel.node())) with check (node_id = (select kernel.node()))', target, current_user);
  end loop;
end $$;

create policy own_or_scope on kernel.account to opengoa_kernel
  using (node_id = (select kernel.node()) and (id = (select kernel.account()) or unit_id in (select kernel.scope_units())))
  with check (node_id = (select kernel.node()) and (id = (select kernel.account()) or unit_id in (select kernel.scope_units())));
grant select, insert on kernel.account to opengoa_kernel;
grant update (unit_id, state, disabled_at, disabled_why, last_used_at, version) on kernel.account to opengoa_kernel;

-- Nobody but the account itself can set its password: an administrator starts a reset and never chooses (SEC-ID-12).
create policy own on kernel.password to opengoa_kernel
  using (node_id = (select kernel.node()) and account_id = (select kernel.account()))
  with check (node_id = (select kernel.node()) and account_id = (select kernel.account()));
create policy own on kernel.password_history for insert to opengoa_kernel
  with check (node_id = (select kernel.node()) and account_id = (select kernel.account()));
grant select (node_id, account_id, changed_at, must_change) on kernel.password to opengoa_kernel;
grant insert, update on kernel.password to opengoa_kernel;
grant insert on kernel.password_history to opengoa_kernel;

create policy own on kernel.second_factor to opengoa_kernel
  using (node_id = (select kernel.node()) and account_id = (select kernel.account()))
  with check (node_id = (select kernel.node()) and account_id = (select kernel.account()));
-- A lost telephone: the security administrator takes the factor off, the person enrols anew before anything else.
create policy taken_off on kernel.second_factor for update to opengoa_kernel
  using (node_id = (select kernel.node()) and account_id in (select a.id from kernel.account a where a.unit_id in (select kernel.scope_units())))
  with check (node_id = (select kernel.node()) and secret_sealed is null and pending_sealed is null and confirmed_at is null);
create policy seen on kernel.second_factor for select to opengoa_kernel
  using (node_id = (select kernel.node()) and account_id in (select a.id from kernel.account a where a.unit_id in (select kernel.scope_units())));
grant select (node_id, account_id, confirmed_at) on kernel.second_factor to opengoa_kernel;
grant insert, update on kernel.second_factor to opengoa_kernel;

create policy own on kernel.recovery_code to opengoa_kernel
  using (node_id = (select kernel.node()) and account_id = (select kernel.account()))
  with check (node_id = (select kernel.node()) and account_id = (select kernel.account()));
grant select (node_id, id, account_id, used_at), insert, delete on kernel.recovery_code to opengoa_kernel;

create policy own_or_scope on kernel.session to opengoa_kernel
  using (node_id = (select kernel.node()) and (account_id = (select kernel.account()) or unit_id in (select kernel.scope_units())))
  with check (node_id = (select kernel.node()) and (account_id = (select kernel.account()) or unit_id in (select kernel.scope_units())));
-- A session is opened by its own account and nobody else.
create policy opened_by_self on kernel.session as restrictive for insert to opengoa_kernel
  with check (account_id = (select kernel.account()));
grant select (node_id, id, unit_id, account_id, person_id, post_id, stand_in_for, method, opened_at, active_at, factor_at, address, agent,
  failed_before, ended_at, ended_why) on kernel.session to opengoa_kernel;
grant insert on kernel.session to opengoa_kernel;
grant update (token_hash, post_id, stand_in_for, factor_at, ended_at, ended_why) on kernel.session to opengoa_kernel;
create policy token_by_self on kernel.session as restrictive for update to opengoa_kernel
  using (true) with check (account_id = (select kernel.account()) or ended_at is not null);

create policy own_or_scope on kernel.machine_key to opengoa_kernel
  using (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()))
  with check (node_id = (select kernel.node()) and unit_id in (select kernel.scope_units()));
grant select (node_id, id, unit_id, account_id, title, scope, created_at, created_by, valid_to, revoked_at, last_used_at) on kernel.machine_key to opengoa_kernel;
grant insert, update (revoked_at) on kernel.machine_key to opengoa_kernel;

create policy own_or_scope on kernel.reset_token to opengoa_kernel
  using (node_id = (select kernel.node()) and (account_id = (select kernel.account()) or unit_id in (select kernel.scope_units())))
  with check (node_id = (select kernel.node()) and (account_id = (select kernel.account()) or unit_id in (select kernel.scope_units())));
grant select (node_id, id, unit_id, account_id, purpose, started_by, started_at, expires_at, used_at) on kernel.reset_token to opengoa_kernel;
grant insert, update (used_at) on kernel.reset_token to opengoa_kernel;

create policy own_or_scope on kernel.oidc_identity to opengoa_kernel
  using (node_id = (select kernel.node()) and (account_id = (select kernel.account()) or unit_id in (select kernel.scope_units())))
  with check (node_id = (select kernel.node()) and (account_id = (select kernel.account()) or unit_id in (select kernel.scope_units())));
grant select, insert, delete on kernel.oidc_identity to opengoa_kernel;

-- Counting tries -------------------------------------------------------------------------------------------------------------------

-- Counts a try before it is made, under the row's lock: however many guesses come at once, no more than `p_max` are let through (SEC-ID-07).
-- A try that proves right is taken back afterwards. With `p_lock` the last of them locks; without, tries are let through as the window slides.
create function kernel.count_try(p_key text, p_max int, p_window interval, p_lock interval, p_now timestamptz,
  out allowed boolean, out failures int, out free_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held kernel.sign_in_counter;
begin
  loop
    insert into kernel.sign_in_counter (key) values (p_key) on conflict do nothing;
    select * into held from kernel.sign_in_counter c where c.node_id = kernel.node() and c.key = p_key for update;
    exit when found;
  end loop;
  if held.locked_until is not null and held.locked_until <= p_now then
    held.failed_at := '{}';
    held.locked_until := null;
  end if;
  held.failed_at := array(select f from unnest(held.failed_at) f where f > p_now - p_window order by f);
  allowed := held.locked_until is null and cardinality(held.failed_at) < p_max;
  if allowed then
    held.failed_at := held.failed_at || p_now;
    if p_lock is not null and cardinality(held.failed_at) >= p_max then
      held.locked_until := p_now + p_lock;
    end if;
  end if;
  failures := cardinality(held.failed_at);
  free_at := coalesce(held.locked_until, held.failed_at[1] + p_window);
  update kernel.sign_in_counter c set failed_at = held.failed_at, locked_until = held.locked_until, counted_at = p_now
   where c.node_id = kernel.node() and c.key = p_key;
end $$;

-- Takes back one counted try; `p_all` forgets every failure of the key (the right secret was shown).
create function kernel.take_back_try(p_key text, p_at timestamptz, p_all boolean) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held kernel.sign_in_counter;
  place int;
begin
  select * into held from kernel.sign_in_counter c where c.node_id = kernel.node() and c.key = p_key for update;
  if not found then return 0; end if;
  place := array_position(held.failed_at, p_at);
  update kernel.sign_in_counter c
     set failed_at = case when p_all then '{}' when place is null then c.failed_at else c.failed_at[:place - 1] || c.failed_at[place + 1:] end,
         locked_until = case when p_all or place is not null then null else c.locked_until end
   where c.node_id = kernel.node() and c.key = p_key;
  return greatest(cardinality(held.failed_at) - 1, 0);
end $$;

-- The first half of a sign-in: the try is counted for the total, the address and the name, and only if all let it through is the stored
-- password answered. The hash never leaves without a counted try.
create function kernel.begin_sign_in(p_folded text, p_address text, p_print int, p_limits jsonb, p_now timestamptz)
returns table (verdict text, free_at timestamptz, account_id uuid, stored text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  counter_key text := 'name:' || encode(sha256(convert_to(p_folded, 'UTF8')), 'hex');
  counted record;
  names int;
begin
  select * into counted from kernel.count_try('total', (p_limits ->> 'totalMax')::int, (p_limits ->> 'window')::interval, null, p_now);
  if not counted.allowed then return query select 'too-many', counted.free_at, null::uuid, null::text; return; end if;
  select * into counted from kernel.count_try('address:' || p_address, (p_limits ->> 'addressMax')::int, (p_limits ->> 'window')::interval, null, p_now);
  if not counted.allowed then
    perform kernel.take_back_try('total', p_now, false);
    return query select 'too-many', counted.free_at, null::uuid, null::text; return;
  end if;
  select * into counted from kernel.count_try(counter_key, (p_limits ->> 'nameMax')::int, (p_limits ->> 'window')::interval, (p_limits ->> 'lock')::interval, p_now);
  if not counted.allowed then return query select 'locked', counted.free_at, null::uuid, null::text; return; end if;
  insert into kernel.sign_in_print (print, name_key, at) values (p_print, counter_key, p_now)
    on conflict on constraint sign_in_print_pkey do update set at = excluded.at;
  select count(*) into names from kernel.sign_in_print p
   where p.node_id = kernel.node() and p.print = p_print and p.at > p_now - (p_limits ->> 'printWindow')::interval;
  if names > (p_limits ->> 'printMax')::int then return query select 'sprayed', null::timestamptz, null::uuid, null::text; return; end if;
  return query
    select 'go', null::timestamptz, a.id, case when a.state = 'active' and a.kind = 'person' then w.stored end
      from (select 1) one
      left join kernel.account a on a.node_id = kernel.node() and a.folded_name = p_folded
      left join kernel.password w on (w.node_id, w.account_id) = (a.node_id, a.id);
end $$;

-- The second half. `right` forgets the name's failures and answers how many there were; `untried` (the server was busy) takes the try back;
-- `wrong` leaves everything counted and answers whether the name is locked now.
create function kernel.end_sign_in(p_folded text, p_address text, p_print int, p_outcome text, p_now timestamptz)
returns table (failed_before int, locked boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  counter_key text := 'name:' || encode(sha256(convert_to(p_folded, 'UTF8')), 'hex');
begin
  failed_before := 0;
  if p_outcome <> 'wrong' then
    perform kernel.take_back_try('total', p_now, false);
    perform kernel.take_back_try('address:' || p_address, p_now, false);
    failed_before := kernel.take_back_try(counter_key, p_now, p_outcome = 'right');
    delete from kernel.sign_in_print p where p.node_id = kernel.node() and p.print = p_print and p.name_key = counter_key;
  end if;
  select coalesce(c.locked_until > p_now, false) into locked from kernel.sign_in_counter c where c.node_id = kernel.node() and c.key = counter_key;
  return next;
end $$;

-- What the officers' list shows of a lock; the person asking to sign in is never told (Appendix D of the checklist).
create function kernel.locked_until(p_folded text) returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.locked_until from kernel.sign_in_counter c
   where c.node_id = kernel.node() and c.key = 'name:' || encode(sha256(convert_to(p_folded, 'UTF8')), 'hex')
$$;

create function kernel.forget_tries(p_before timestamptz) returns int
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with counters as (delete from kernel.sign_in_counter c
      where c.node_id = kernel.node() and c.counted_at < p_before and (c.locked_until is null or c.locked_until < p_before) returning 1),
    prints as (delete from kernel.sign_in_print p where p.node_id = kernel.node() and p.at < p_before returning 1)
  select ((select count(*) from counters) + (select count(*) from prints))::int
$$;

-- The account's own secrets ---------------------------------------------------------------------------------------------------------

-- Earlier passwords of the asking account, newest first: compared at a change (SEC-ID-02).
create function kernel.own_passwords(p_count int) returns table (stored text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.stored from kernel.password_history h
   where h.node_id = kernel.node() and h.account_id = kernel.account() order by h.set_at desc, h.id desc limit least(p_count, 24)
$$;

-- The first half of showing a second factor; counted as a try like a password (SEC-ID-11).
create function kernel.begin_factor(p_account uuid, p_limits jsonb, p_now timestamptz)
returns table (verdict text, free_at timestamptz, secret_sealed text, last_step bigint, pending_sealed text, codes jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  counted record;
begin
  select * into counted from kernel.count_try('factor:' || p_account, (p_limits ->> 'nameMax')::int, (p_limits ->> 'window')::interval, (p_limits ->> 'lock')::interval, p_now);
  if not counted.allowed then return query select 'locked', counted.free_at, null::text, null::bigint, null::text, null::jsonb; return; end if;
  return query
    select 'go', null::timestamptz, f.secret_sealed, f.last_step, f.pending_sealed,
           (select jsonb_agg(jsonb_build_object('id', r.id, 'hash', encode(r.code_hash, 'hex'))) from kernel.recovery_code r
             where (r.node_id, r.account_id) = (f.node_id, f.account_id) and r.used_at is null)
      from kernel.second_factor f where f.node_id = kernel.node() and f.account_id = p_account;
end $$;

-- A right factor forgets the account's failures; `untried` takes the try back.
create function kernel.end_factor(p_account uuid, p_outcome text, p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select kernel.take_back_try('factor:' || p_account, p_now, p_outcome = 'right') where p_outcome <> 'wrong'
$$;

-- The asking account's waiting secret takes effect.
create function kernel.keep_pending_factor(p_step bigint, p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update kernel.second_factor f set secret_sealed = f.pending_sealed, confirmed_at = p_now, last_step = p_step, pending_sealed = null, pending_at = null
   where f.node_id = kernel.node() and f.account_id = kernel.account() and f.pending_sealed is not null
$$;

-- Takes the step as used, once: of two tries with the same code side by side one gets false.
create function kernel.use_step(p_account uuid, p_step bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update kernel.second_factor f set last_step = p_step where f.node_id = kernel.node() and f.account_id = p_account and f.last_step < p_step;
  return found;
end $$;

create function kernel.use_recovery_code(p_account uuid, p_id uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update kernel.recovery_code r set used_at = p_now
   where r.node_id = kernel.node() and r.account_id = p_account and r.id = p_id and r.used_at is null;
  return found;
end $$;

-- Who somebody is ---------------------------------------------------------------------------------------------------------------------

-- Rights in force on a day: confirmed grants of the account itself, and of one post it acts in. The three offices are never lent.
create function kernel.rights_on(p_account uuid, p_post uuid, p_stand_in_for uuid, p_day date) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(r), '[]') from (
    select jsonb_strip_nulls(jsonb_build_object('role', g.role, 'unit', g.unit_id, 'below', g.below, 'standInFor', case when g.post_id is not null then p_stand_in_for end)) as r
      from kernel.grant_ g
     where g.node_id = kernel.node() and g.confirmed_by is not null
       and g.valid_from <= p_day and (g.valid_to is null or g.valid_to > p_day)
       and (g.account_id = p_account or g.post_id = p_post)
       and (p_stand_in_for is null or g.account_id is not null or g.role not in ('system-admin', 'security-admin', 'audit-admin'))
     order by g.id) rights
$$;

-- Every post the person may act in on a day: held, or of somebody stood in for.
create function kernel.posts_on(p_person uuid, p_day date)
returns table (post_id uuid, title text, rank text, unit_id uuid, unit_name text, stand_in_for uuid, stand_in_for_name text, main boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with people as (
    select p_person as person_id, null::uuid as stand_in_for
    union all
    select s.for_person_id, s.for_person_id from kernel.stand_in s
     where s.node_id = kernel.node() and s.person_id = p_person and s.valid_from <= p_day and s.valid_to > p_day
  )
  select distinct on (w.stand_in_for, p.id) p.id, p.title, p.rank, u.id, u.name, w.stand_in_for, n.name, h.kind = 'main'
    from people w
    join kernel.holding h on h.node_id = kernel.node() and h.person_id = w.person_id and h.valid_from <= p_day and (h.valid_to is null or h.valid_to > p_day)
    join kernel.post p on (p.node_id, p.id) = (h.node_id, h.post_id) and p.valid_from <= p_day and (p.valid_to is null or p.valid_to > p_day)
    join kernel.unit u on (u.node_id, u.id) = (p.node_id, p.unit_id)
    left join kernel.person n on (n.node_id, n.id) = (h.node_id, w.stand_in_for)
   order by w.stand_in_for, p.id, (h.kind = 'main') desc
$$;

create function kernel.account_facts(p_account uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('id', a.id, 'person', a.person_id, 'unit', a.unit_id, 'kind', a.kind, 'state', a.state, 'accountName', a.name,
           'name', coalesce(p.name, a.name), 'passwordAt', w.changed_at, 'mustChange', coalesce(w.must_change, false),
           'factorConfirmed', coalesce(f.confirmed_at is not null, false), 'lastUsedAt', a.last_used_at)
    from kernel.account a
    left join kernel.person p on (p.node_id, p.id) = (a.node_id, a.person_id)
    left join kernel.password w on (w.node_id, w.account_id) = (a.node_id, a.id)
    left join kernel.second_factor f on (f.node_id, f.account_id) = (a.node_id, a.id)
   where a.node_id = kernel.node() and a.id = p_account
$$;

-- Everything a request needs to know about its session, in one question. Whether it still lives is judged in `session-limits.ts`.
create function kernel.find_session(p_token_hash bytea, p_day date) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object(
      'session', jsonb_build_object('id', s.id, 'post', s.post_id, 'standInFor', s.stand_in_for, 'method', s.method, 'openedAt', s.opened_at,
        'activeAt', s.active_at, 'factorAt', s.factor_at, 'endedAt', s.ended_at, 'failedBefore', s.failed_before),
      'account', kernel.account_facts(s.account_id),
      'post', (select jsonb_build_object('id', o.post_id, 'title', o.title, 'rank', o.rank, 'unit', o.unit_id)
                 from kernel.posts_on(s.person_id, p_day) o where o.post_id = s.post_id and o.stand_in_for is not distinct from s.stand_in_for),
      'grants', kernel.rights_on(s.account_id, s.post_id, s.stand_in_for, p_day))
    from kernel.session s where s.node_id = kernel.node() and s.token_hash = p_token_hash
$$;

create function kernel.find_machine_key(p_key_hash bytea, p_day date) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('key', jsonb_build_object('id', k.id, 'title', k.title, 'scope', to_jsonb(k.scope)),
           'account', kernel.account_facts(k.account_id),
           'grants', kernel.rights_on(k.account_id, null, null, p_day))
    from kernel.machine_key k
   where k.node_id = kernel.node() and k.key_hash = p_key_hash and k.revoked_at is null and k.valid_to > p_day
$$;

-- A reset code is looked up under the address's count; it holds too many random bits to be guessed, but a flood is limited all the same.
create function kernel.begin_reset(p_folded text, p_code_hash bytea, p_address text, p_limits jsonb, p_now timestamptz)
returns table (verdict text, free_at timestamptz, reset jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  counted record;
begin
  select * into counted from kernel.count_try('address:' || p_address, (p_limits ->> 'addressMax')::int, (p_limits ->> 'window')::interval, null, p_now);
  if not counted.allowed then return query select 'too-many', counted.free_at, null::jsonb; return; end if;
  return query
    select 'go', null::timestamptz, (
      select jsonb_build_object('id', r.id, 'purpose', r.purpose, 'account', kernel.account_facts(a.id))
        from kernel.reset_token r join kernel.account a on (a.node_id, a.id) = (r.node_id, r.account_id)
       where r.node_id = kernel.node() and r.code_hash = p_code_hash and r.used_at is null and r.expires_at > p_now
         and a.folded_name = p_folded and a.state = 'active');
end $$;

create function kernel.find_oidc(p_issuer text, p_subject text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select kernel.account_facts(i.account_id) from kernel.oidc_identity i
   where i.node_id = kernel.node() and i.issuer = p_issuer and i.subject = p_subject
$$;

-- Activity is kept in memory by each process and written together every few seconds, so that reading changes nothing by itself (SEC-SE-08).
create function kernel.keep_activity(p_sessions jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update kernel.session s set active_at = greatest(s.active_at, (x.at)::timestamptz)
    from jsonb_to_recordset(p_sessions) as x (id uuid, at text)
   where s.node_id = kernel.node() and s.id = x.id and s.ended_at is null;
  update kernel.machine_key k set last_used_at = greatest(k.last_used_at, (x.at)::timestamptz)
    from jsonb_to_recordset(p_sessions) as x (id uuid, at text)
   where k.node_id = kernel.node() and k.id = x.id;
$$;

-- Ends every session of some accounts, but for one, and tells every process (SEC-SE-04).
create function kernel.end_sessions(p_accounts uuid[], p_but uuid, p_why text, p_now timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended int;
begin
  update kernel.session s set ended_at = p_now, ended_why = p_why
   where s.node_id = kernel.node() and s.account_id = any (p_accounts) and s.ended_at is null and s.id is distinct from p_but;
  get diagnostics ended = row_count;
  perform pg_notify('opengoa_sessions', '*');
  return ended;
end $$;

create function kernel.accounts_of_post(p_post uuid, p_day date) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct a.id), '{}') from kernel.holding h
    join kernel.account a on (a.node_id, a.person_id) = (h.node_id, h.person_id)
   where h.node_id = kernel.node() and h.post_id = p_post and h.valid_from <= p_day and (h.valid_to is null or h.valid_to > p_day)
$$;

-- First administrator ---------------------------------------------------------------------------------------------------------------

-- Offers (or renews) the one-time code while no account exists; false once there is one.
create function kernel.offer_first_administrator(p_code_hash bytea, p_now timestamptz, p_expires timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from kernel.account a where a.node_id = kernel.node() and a.kind = 'person') then return false; end if;
  insert into kernel.first_administrator as f (code_hash, offered_at, expires_at) values (p_code_hash, p_now, p_expires)
    on conflict (node_id) do update set code_hash = excluded.code_hash, offered_at = excluded.offered_at, expires_at = excluded.expires_at
    where f.claimed_at is null;
  return found;
end $$;

create function kernel.awaits_first_administrator() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select 1 from kernel.account a where a.node_id = kernel.node() and a.kind = 'person')
$$;

-- Takes the code, once; the row's lock decides between two who come together.
create function kernel.claim_first_administrator(p_code_hash bytea, p_account uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update kernel.first_administrator f set claimed_at = p_now, claimed_by = p_account
   where f.node_id = kernel.node() and f.code_hash = p_code_hash and f.claimed_at is null and f.expires_at > p_now
     and not exists (select 1 from kernel.account a where a.node_id = kernel.node() and a.kind = 'person');
  return found;
end $$;

-- The three officers ------------------------------------------------------------------------------------------------------------------

-- Who gave a right, when, and why it ended. A right that never came into force has an empty period.
alter table kernel.grant_ add column proposed_at timestamptz not null default now(), add column confirmed_at timestamptz,
  add column ended_at timestamptz, add column ended_by uuid, add column paper text check (length(paper) <= 500);
alter table kernel.grant_ drop constraint grant__check2, add constraint grant__period check (valid_to is null or valid_to >= valid_from),
  add constraint grant__account foreign key (node_id, account_id) references kernel.account (node_id, id),
  add constraint grant__role check (role in ('staff', 'clerk', 'head', 'leader', 'dispatcher', 'driver', 'fleet-clerk', 'energy-clerk', 'risk-officer', 'superior',
    'system-admin', 'security-admin', 'audit-admin') or role ~ '^[a-z][a-z-]{1,40}$');

-- One row per node: whoever changes a grant, a holding or a stand-in waits here for the other, so that two changes that are each allowed
-- cannot together make one that is not.
create table kernel.officer_gate (node_id int primary key);
alter table kernel.officer_gate enable row level security;
alter table kernel.officer_gate force row level security;
do $$ begin
  execute format('create policy definer on kernel.officer_gate to %I using (node_id = (select kernel.node())) with check (node_id = (select kernel.node()))', current_user);
end $$;

-- Every role a person would ever hold, by any path, with its days.
create function kernel.roles_of(p_person uuid) returns table (role text, valid_from date, valid_to date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select g.role, g.valid_from, coalesce(g.valid_to, 'infinity'::date)
    from kernel.grant_ g join kernel.account a on (a.node_id, a.id) = (g.node_id, g.account_id)
   where g.node_id = kernel.node() and a.person_id = p_person
  union all
  select g.role, greatest(g.valid_from, h.valid_from), least(coalesce(g.valid_to, 'infinity'), coalesce(h.valid_to, 'infinity'))
    from kernel.holding h join kernel.grant_ g on (g.node_id, g.post_id) = (h.node_id, h.post_id)
   where h.node_id = kernel.node() and h.person_id = p_person
  union all
  select g.role, greatest(g.valid_from, h.valid_from, s.valid_from), least(coalesce(g.valid_to, 'infinity'), coalesce(h.valid_to, 'infinity'), s.valid_to)
    from kernel.stand_in s
    join kernel.holding h on (h.node_id, h.person_id) = (s.node_id, s.for_person_id)
    join kernel.grant_ g on (g.node_id, g.post_id) = (h.node_id, h.post_id)
   where s.node_id = kernel.node() and s.person_id = p_person
$$;

-- Officers are apart (SEC-TA-01, SEC-TA-02): on no day does a person hold one of the three offices and anything else; machines hold none.
create function kernel.refuse_mixed_officer(p_person uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (
    select 1 from kernel.roles_of(p_person) o join kernel.roles_of(p_person) r on r.role <> o.role
     where o.role in ('system-admin', 'security-admin', 'audit-admin')
       and o.valid_from < o.valid_to and r.valid_from < r.valid_to
       and o.valid_from < r.valid_to and r.valid_from < o.valid_to)
  then
    raise exception 'one person would hold an office of the three and another role' using errcode = 'OG001', constraint = 'officers_apart';
  end if;
end $$;

create function kernel.check_officers() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  changed jsonb := to_jsonb(new);
  person uuid;
begin
  insert into kernel.officer_gate (node_id) values (kernel.node()) on conflict do nothing;
  perform 1 from kernel.officer_gate g where g.node_id = kernel.node() for update;
  if tg_table_name = 'grant_' then
    if changed ->> 'role' in ('system-admin', 'security-admin', 'audit-admin') and exists (
      select 1 from kernel.account a where a.node_id = kernel.node() and a.id = (changed ->> 'account_id')::uuid and a.kind <> 'person')
    then
      raise exception 'an office of the three is a person''s' using errcode = 'OG001', constraint = 'officers_are_people';
    end if;
    for person in
      select a.person_id from kernel.account a where a.node_id = kernel.node() and a.id = (changed ->> 'account_id')::uuid and a.person_id is not null
      union
      select h.person_id from kernel.holding h where h.node_id = kernel.node() and h.post_id = (changed ->> 'post_id')::uuid
      union
      select s.person_id from kernel.stand_in s join kernel.holding h on (h.node_id, h.person_id) = (s.node_id, s.for_person_id)
       where s.node_id = kernel.node() and h.post_id = (changed ->> 'post_id')::uuid
    loop
      perform kernel.refuse_mixed_officer(person);
    end loop;
  else
    perform kernel.refuse_mixed_officer((changed ->> 'person_id')::uuid);
    if tg_table_name = 'holding' then
      for person in select s.person_id from kernel.stand_in s where s.node_id = kernel.node() and s.for_person_id = (changed ->> 'person_id')::uuid loop
        perform kernel.refuse_mixed_officer(person);
      end loop;
    end if;
  end if;
  return null;
end $$;
create trigger officers_apart after insert or update on kernel.grant_ for each row execute function kernel.check_officers();
create trigger officers_apart after insert or update on kernel.holding for each row execute function kernel.check_officers();
create trigger officers_apart after insert or update on kernel.stand_in for each row execute function kernel.check_officers();

-- What the officers' lists read -----------------------------------------------------------------------------------------------------

create view kernel.account_v1 with (security_invoker = true) as
select a.node_id, a.id, a.unit_id, u.name as unit_name, a.person_id, p.name as person_name, a.kind, a.name, a.state, a.disabled_why,
       a.created_at, a.last_used_at, f.confirmed_at is not null as second_factor, kernel.locked_until(a.folded_name) as locked_until
  from kernel.account a
  join kernel.unit u on (u.node_id, u.id) = (a.node_id, a.unit_id)
  left join kernel.person p on (p.node_id, p.id) = (a.node_id, a.person_id)
  left join kernel.second_factor f on (f.node_id, f.account_id) = (a.node_id, a.id);

create view kernel.session_v1 with (security_invoker = true) as
select s.node_id, s.id, s.unit_id, s.account_id, s.person_id, a.name as account_name, p.name as person_name, o.title as post_title,
       s.method, s.opened_at, s.active_at, s.factor_at, s.address, s.agent, s.ended_at, s.ended_why
  from kernel.session s
  join kernel.account a on (a.node_id, a.id) = (s.node_id, s.account_id)
  left join kernel.person p on (p.node_id, p.id) = (s.node_id, s.person_id)
  left join kernel.post o on (o.node_id, o.id) = (s.node_id, s.post_id);

create view kernel.grant_v1 with (security_invoker = true) as
select g.node_id, g.id, g.unit_id, u.name as unit_name, g.role, g.below, g.post_id, o.title as post_title, h.name as post_unit_name,
       g.account_id, a.name as account_name, g.valid_from, g.valid_to, g.proposed_at, g.confirmed_at, g.ended_at, g.paper,
       b.name as granted_by_name, c.name as confirmed_by_name,
       case when g.ended_at is not null then 'ended' when g.confirmed_by is null then 'proposed' else 'confirmed' end as state
  from kernel.grant_ g
  join kernel.unit u on (u.node_id, u.id) = (g.node_id, g.unit_id)
  left join kernel.post o on (o.node_id, o.id) = (g.node_id, g.post_id)
  left join kernel.unit h on (h.node_id, h.id) = (o.node_id, o.unit_id)
  left join kernel.account a on (a.node_id, a.id) = (g.node_id, g.account_id)
  left join kernel.person b on (b.node_id, b.id) = (g.node_id, g.granted_by)
  left join kernel.person c on (c.node_id, c.id) = (g.node_id, g.confirmed_by);

create view kernel.machine_key_v1 with (security_invoker = true) as
select k.node_id, k.id, k.unit_id, u.name as unit_name, k.account_id, a.name as account_name, k.title, array_to_string(k.scope, ' ') as scope,
       k.created_at, k.valid_to, k.revoked_at, k.last_used_at
  from kernel.machine_key k
  join kernel.account a on (a.node_id, a.id) = (k.node_id, k.account_id)
  join kernel.unit u on (u.node_id, u.id) = (k.node_id, k.unit_id);
grant select on kernel.account_v1, kernel.session_v1, kernel.grant_v1, kernel.machine_key_v1 to opengoa_kernel;

-- The reviewed list (SEC-DB-03): definer functions the program may call. The others of this file serve these and the triggers alone.
do $$
declare
  door text;
  inner_part regprocedure;
begin
  for inner_part in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'kernel'::regnamespace and p.prosecdef loop
    execute format('revoke execute on function %s from public', inner_part);
  end loop;
  foreach door in array array['begin_sign_in', 'end_sign_in', 'locked_until', 'forget_tries', 'own_passwords', 'begin_factor', 'end_factor', 'keep_pending_factor', 'use_step',
    'use_recovery_code', 'posts_on', 'account_facts', 'find_session', 'find_machine_key', 'begin_reset', 'find_oidc', 'keep_activity', 'end_sessions',
    'accounts_of_post', 'offer_first_administrator', 'awaits_first_administrator', 'claim_first_administrator'] loop
    execute (select format('grant execute on function %s to opengoa_kernel', p.oid::regprocedure)
               from pg_proc p where p.pronamespace = 'kernel'::regnamespace and p.proname = door);
  end loop;
end $$;
