-- Signing in: accounts, credentials and sessions in a schema of their own, under a role of their own. Neither the role
-- that acts for persons nor the one that acts for the program is granted anything here.

do $$
begin
  if not exists (select from pg_roles where rolname = 'guatu_sign_in') then
    create role guatu_sign_in nologin noinherit nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of this server made it just before
end $$;
do $$
begin
  execute format('grant guatu_sign_in to %I', current_user);
exception when others then null; -- a superuser may act as any role without being a member
end $$;

create schema sign_in;
revoke all on schema sign_in from public;
grant usage on schema sign_in to guatu_sign_in;

-- The library names no district: rows take it from the transaction's setting.
create table sign_in.account (
  district_id text not null default current_setting('guatu.district'),
  id uuid primary key,
  person_id uuid not null,
  name text not null,
  -- The library's key of an account; no mail is ever sent to it.
  email text not null,
  email_verified boolean not null,
  image text,
  -- Null: signs in by OpenID Connect, or enters the demonstration.
  username text,
  two_factor_enabled boolean not null default false,
  password_changed_at timestamptz,
  closed_at timestamptz,
  last_sign_in_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (district_id, person_id),
  unique (district_id, username),
  unique (district_id, email),
  foreign key (district_id, person_id) references person on delete cascade
);

-- What proves an account: a password (provider credential) or an identity at the OpenID provider.
create table sign_in.credential (
  district_id text not null default current_setting('guatu.district'),
  id uuid primary key,
  user_id uuid not null references sign_in.account on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (district_id, provider_id, account_id)
);
create index credential_account on sign_in.credential (user_id);

create table sign_in.session (
  district_id text not null default current_setting('guatu.district'),
  id uuid primary key,
  user_id uuid not null references sign_in.account on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  last_seen_at timestamptz not null default now(),
  -- The second factor was shown; null: not yet.
  second_factor_at timestamptz,
  -- The post chosen to act from; null: the first in force.
  post_id uuid,
  -- Entered without a password: opens only while the district is a demonstration.
  demonstration boolean not null default false,
  -- Signed in by OpenID Connect: the age of a password does not matter.
  open_id boolean not null default false
);
create index session_account on sign_in.session (user_id);

create table sign_in.verification (
  district_id text not null default current_setting('guatu.district'),
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on sign_in.verification (identifier);

create table sign_in.second_factor (
  district_id text not null default current_setting('guatu.district'),
  id uuid primary key,
  user_id uuid not null unique references sign_in.account on delete cascade,
  -- Both encrypted under the key in the data folder.
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- A code opens once (RFC 6238, 5.2): those of the last minutes, by their hash.
create table sign_in.used_code (
  district_id text not null default current_setting('guatu.district'),
  account_id uuid not null references sign_in.account on delete cascade,
  code_hash text not null,
  used_at timestamptz not null,
  primary key (account_id, code_hash)
);

-- One-time links, by the hash of what stands in them.
create table sign_in.link (
  district_id text not null default current_setting('guatu.district'),
  link_id uuid primary key,
  kind text not null check (kind in ('setUp', 'invitation', 'reset')),
  token_hash text not null unique,
  -- Null: a set-up link.
  person_id uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  foreign key (district_id, person_id) references person on delete cascade
);
create index link_person on sign_in.link (district_id, person_id);

-- An invitation that went to the OpenID provider, by the state that comes back.
create table sign_in.open_id_start (
  district_id text not null default current_setting('guatu.district'),
  state_hash text primary key,
  link_id uuid not null references sign_in.link on delete cascade,
  expires_at timestamptz not null
);

-- Failures since the last success, of an account's name and of an address.
create table sign_in.failure (
  district_id text not null default current_setting('guatu.district'),
  subject text not null,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (district_id, subject)
);

create table sign_in.password_history (
  district_id text not null default current_setting('guatu.district'),
  account_id uuid not null references sign_in.account on delete cascade,
  set_at timestamptz not null,
  hash text not null,
  primary key (account_id, set_at)
);

create table sign_in.api_token (
  district_id text not null default current_setting('guatu.district'),
  token_id uuid primary key,
  account_id uuid not null references sign_in.account on delete cascade,
  name text not null,
  actions text[] not null,
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  -- The post that it acts from; null or no longer in force: the first that is.
  post_id uuid,
  -- Made in a session of the demonstration, and ends with it.
  demonstration boolean not null,
  revoked_at timestamptz
);
create index api_token_account on sign_in.api_token (account_id);

create table sign_in.policy (
  district_id text primary key default current_setting('guatu.district'),
  policy jsonb not null
);

do $$
declare
  name text;
begin
  foreach name in array array['account', 'credential', 'session', 'verification', 'second_factor', 'used_code', 'link',
    'open_id_start', 'failure', 'password_history', 'api_token', 'policy']
  loop
    execute format('alter table sign_in.%I enable row level security', name);
    execute format(
      'create policy %I on sign_in.%I to guatu_sign_in using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_district', name);
    execute format('grant select, insert, update, delete on sign_in.%I to guatu_sign_in', name);
  end loop;
  -- Whom an account belongs to, and from which posts the person may act.
  foreach name in array array['district', 'org', 'person', 'post']
  loop
    execute format(
      'create policy %I on %I for select to guatu_sign_in using (district_id = current_setting(''guatu.district'', true))',
      name || '_sign_in', name);
    execute format('grant select on %I to guatu_sign_in', name);
  end loop;
end $$;
