-- Tables of Một Cửa. The models in prisma/schema name the same columns; tests/schema.test.ts holds both together.
-- The comment of each table is its row-level class; the next migration turns the class into policies.

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- The present. A demonstration may tell its stories under a simulated clock; a production installation cannot.
create function mc_now() returns timestamptz language plpgsql stable set search_path = public, pg_temp as $$
declare simulated text := nullif(current_setting('app.simulated_now', true), '');
begin
  if simulated is not null and exists (select from installation where mode = 'demo') then
    return simulated::timestamptz;
  end if;
  return clock_timestamp();
end $$;

-- platform
create table installation (
  id integer not null,
  mode text not null,
  created_at timestamptz(3) not null default mc_now(),
  primary key (id)
);
create table outbox (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  key text not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz(3) not null default mc_now(),
  available_at timestamptz(3) not null default mc_now(),
  attempts integer not null default 0,
  -- what a demonstration tells of the past was sent long ago
  done_at timestamptz(3) default (case when mc_now() < clock_timestamp() - interval '1 day' then mc_now() end),
  last_error text,
  primary key (commune_id, id),
  unique (commune_id, key)
);
create table idempotency_key (
  commune_id uuid not null,
  key text not null,
  action text not null,
  request_hash text not null,
  answer jsonb,
  created_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, key)
);
create table rate_limit (
  key text not null,
  points integer not null,
  resets_at timestamptz(3) not null,
  primary key (key)
);

-- units
create table province (
  id uuid not null default uuidv7(),
  slug text not null,
  name text not null,
  primary key (id),
  unique (slug)
);
create table commune (
  id uuid not null default uuidv7(),
  province_id uuid not null,
  slug text not null,
  kind text not null,
  name text not null,
  identifier_code text not null,
  filing_mode text not null,
  address text not null,
  phone text not null,
  email text,
  active boolean not null default true,
  valid_from date not null,
  valid_to date,
  primary key (id),
  unique (slug),
  unique (identifier_code),
  foreign key (province_id) references province (id)
);
create table unit (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  key text not null,
  kind text not null,
  name text not null,
  valid_from date not null,
  valid_to date,
  primary key (commune_id, id),
  unique (commune_id, key, valid_from)
);

-- calendar
create table calendar_entry (
  id uuid not null default uuidv7(),
  layer text not null,
  province_id uuid,
  entry jsonb not null,
  source text,
  provisional boolean not null default false,
  author text not null,
  created_at timestamptz(3) not null default mc_now(),
  primary key (id)
);
create table commune_calendar_entry (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  entry jsonb not null,
  source text,
  author text not null,
  created_at timestamptz(3) not null default mc_now(),
  withdrawn_at timestamptz(3),
  primary key (commune_id, id)
);
create table calendar_revision (
  commune_id uuid not null,
  revision integer not null,
  reason text not null,
  decision text,
  author text not null,
  created_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, revision)
);

-- identity
create table account (
  id uuid not null default uuidv7(),
  username text not null,
  email text,
  password_hash text,
  totp_secret text,
  totp_last_step bigint,
  version integer not null default 1,
  disabled_at timestamptz(3),
  is_demonstration boolean not null default false,
  created_at timestamptz(3) not null default mc_now(),
  primary key (id),
  unique (username)
);
create table officer_session (
  token_hash text not null,
  account_id uuid not null,
  account_version integer not null,
  commune_id uuid not null,
  staff_id uuid not null,
  second_factor_at timestamptz(3) not null,
  created_at timestamptz(3) not null default mc_now(),
  last_seen_at timestamptz(3) not null default mc_now(),
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  user_agent text,
  primary key (token_hash),
  foreign key (account_id) references account (id)
);
create index on officer_session (account_id);
create table staff_member (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  account_id uuid,
  unit_id uuid not null,
  full_name text not null,
  title text not null,
  roles text[] not null,
  counter_name text,
  active_from date not null,
  active_to date,
  primary key (commune_id, id),
  foreign key (commune_id, unit_id) references unit (commune_id, id),
  foreign key (account_id) references account (id)
);
create index on staff_member (account_id);
create table citizen_account (
  id uuid not null default uuidv7(),
  contact_hash text not null,
  contact text not null,
  created_at timestamptz(3) not null default mc_now(),
  primary key (id),
  unique (contact_hash)
);
create table citizen_session (
  token_hash text not null,
  citizen_id uuid not null,
  created_at timestamptz(3) not null default mc_now(),
  last_seen_at timestamptz(3) not null default mc_now(),
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (token_hash),
  foreign key (citizen_id) references citizen_account (id)
);
create table one_time_code (
  id uuid not null default uuidv7(),
  contact_hash text not null,
  code_hash text not null,
  attempts integer not null default 0,
  created_at timestamptz(3) not null default mc_now(),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (id)
);
create index on one_time_code (contact_hash, created_at desc);
create table setup_link (
  token_hash text not null,
  account_id uuid not null,
  created_at timestamptz(3) not null default mc_now(),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (token_hash),
  foreign key (account_id) references account (id)
);

-- audit
create table event_chain_head (
  commune_id uuid not null,
  seq bigint not null,
  hash text not null,
  primary key (commune_id)
);
create table access_log (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  staff_id uuid not null,
  what text not null,
  reason text not null,
  at timestamptz(3) not null default mc_now(),
  primary key (commune_id, id)
);
create index on access_log (commune_id, dossier_id, at);

-- notifications
create table message (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  key text not null,
  dossier_id uuid,
  channel text not null,
  template text not null,
  recipient text not null,
  body text not null,
  state text not null,
  created_at timestamptz(3) not null default mc_now(),
  sent_at timestamptz(3),
  primary key (commune_id, id),
  unique (commune_id, key)
);
create index on message (commune_id, dossier_id, created_at);
create index on message (created_at desc);

-- procedures
create table procedure_field (
  slug text not null,
  name text not null,
  ministry text not null,
  group_name text not null,
  position integer not null default 0,
  primary key (slug)
);
create table procedure (
  code text not null,
  field_slug text not null,
  popularity integer not null default 0,
  primary key (code),
  foreign key (field_slug) references procedure_field (slug)
);
create table procedure_version (
  id uuid not null default uuidv7(),
  procedure_code text not null,
  name text not null,
  decision text,
  effective_from date not null,
  effective_to date,
  only_commune_id uuid,
  form_id text not null,
  settled_on_the_spot boolean not null,
  inter_agency boolean not null,
  content jsonb not null,
  unverified text[] not null,
  position integer not null default 0,
  primary key (id),
  foreign key (procedure_code) references procedure (code)
);
create index on procedure_version (procedure_code, effective_from);
create table procedure_variant (
  id uuid not null default uuidv7(),
  version_id uuid not null,
  key text not null,
  name text not null,
  limits jsonb not null,
  verification_extension jsonb,
  limit_note text,
  verification_note text,
  legs jsonb not null default '[]',
  position integer not null,
  primary key (id),
  unique (version_id, key),
  foreign key (version_id) references procedure_version (id)
);
create table required_document (
  id uuid not null default uuidv7(),
  variant_id uuid not null,
  key text not null,
  document jsonb not null,
  position integer not null,
  primary key (id),
  unique (variant_id, key),
  foreign key (variant_id) references procedure_variant (id)
);
create table fee (
  id uuid not null default uuidv7(),
  variant_id uuid not null,
  fee jsonb not null,
  position integer not null,
  primary key (id),
  foreign key (variant_id) references procedure_variant (id)
);
create index on fee (variant_id);
create table process_step (
  id uuid not null default uuidv7(),
  version_id uuid not null,
  position integer not null,
  key text not null,
  name text not null,
  role text not null,
  unit_key text not null,
  internal_hours integer,
  skippable boolean not null,
  primary key (id),
  unique (version_id, position),
  foreign key (version_id) references procedure_version (id)
);
create table catalogue_revision (
  id integer not null,
  revision integer not null,
  primary key (id)
);

-- documents
create table attachment (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  draft_id uuid,
  dossier_id uuid,
  document_key text,
  kind text not null,
  name text not null,
  mime text not null,
  size integer not null,
  sha256 text not null,
  scan text not null,
  created_at timestamptz(3) not null default mc_now(),
  removed_at timestamptz(3),
  primary key (commune_id, id)
);
create index on attachment (commune_id, dossier_id);
create index on attachment (commune_id, draft_id);
create table official_paper (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid,
  form text not null,
  year integer not null,
  number integer not null,
  number_text text not null,
  issued_at timestamptz(3) not null,
  issued_by uuid,
  data jsonb not null,
  template_version text,
  sha256 text,
  size integer,
  rendered_at timestamptz(3),
  primary key (commune_id, id),
  unique (commune_id, form, year, number)
);
create index on official_paper (commune_id, dossier_id);
create table number_series (
  commune_id uuid not null,
  series text not null,
  year integer not null,
  last integer not null,
  primary key (commune_id, series, year)
);

-- payments
create table payment_record (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  kind text not null,
  amount_vnd integer not null,
  basis text not null,
  state text not null,
  method text,
  collector_id uuid,
  paid_at timestamptz(3),
  created_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, id)
);
create index on payment_record (commune_id, dossier_id);

-- dossiers
create table draft (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  citizen_id uuid not null,
  procedure_code text not null,
  version_id uuid not null,
  variant_id uuid not null,
  form_id text not null,
  answers jsonb not null default '{}',
  return_channel text not null default 'desk',
  visited text[] not null,
  hand_over_hash text,
  created_at timestamptz(3) not null default mc_now(),
  updated_at timestamptz(3) not null default mc_now(),
  expires_at timestamptz(3) not null,
  dossier_id uuid,
  primary key (commune_id, id)
);
create index on draft (citizen_id, updated_at desc);
create index on draft (hand_over_hash) where hand_over_hash is not null;
create table dossier (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  code text not null,
  external_code text,
  code_issued_here boolean not null,
  version integer not null,
  stage text not null,
  clock text not null,
  pause_reason text,
  paused_since timestamptz(3),
  awaiting text not null,
  channel text not null,
  return_channel text not null,
  procedure_code text not null,
  procedure_version_id uuid not null,
  variant_id uuid not null,
  procedure_name text not null,
  field_slug text not null,
  time_limit jsonb,
  settled_on_the_spot boolean not null,
  inter_agency boolean not null,
  submitted_at timestamptz(3),
  accept_by timestamptz(3),
  received_at timestamptz(3),
  count_from timestamptz(3),
  first_due_at timestamptz(3),
  due_at timestamptz(3),
  due_on date,
  promised_at timestamptz(3),
  calendar_revision integer,
  step_position integer,
  step_key text,
  step_role text,
  step_unit_key text,
  step_since timestamptz(3),
  assignee_id uuid,
  received_by_id uuid,
  resolved_at timestamptz(3),
  timeliness text,
  returned_at timestamptz(3),
  ended_at timestamptz(3),
  register_number integer,
  applicant_citizen_id uuid,
  submitter_citizen_id uuid,
  tracking_secret_hash text not null,
  tracking_token_hash text not null,
  search_text text not null,
  created_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, id),
  unique (commune_id, code),
  foreign key (procedure_version_id) references procedure_version (id),
  foreign key (variant_id) references procedure_variant (id)
);
create index on dossier (code);
create index on dossier (tracking_token_hash);
create index on dossier (commune_id, due_at, id) where stage in ('received', 'in-progress');
create index on dossier (commune_id, accept_by, id) where stage = 'submitted';
create index on dossier (commune_id, resolved_at, id) where stage = 'resolved';
create index on dossier (commune_id, received_at);
create index on dossier (commune_id, resolved_at);
create index on dossier (commune_id, ended_at) where ended_at is not null;
create index on dossier (applicant_citizen_id, created_at desc) where applicant_citizen_id is not null;
create index on dossier (submitter_citizen_id, created_at desc) where submitter_citizen_id is not null;
create index on dossier using gin (commune_id, search_text gin_trgm_ops);
create table dossier_party (
  commune_id uuid not null,
  dossier_id uuid not null,
  part text not null,
  kind text not null,
  full_name text not null,
  personal_id text,
  personal_id_hash text,
  birth text,
  sex text,
  address text,
  phone text,
  email text,
  mandate text,
  primary key (commune_id, dossier_id, part)
);
create index on dossier_party (commune_id, personal_id_hash);
create table dossier_form (
  commune_id uuid not null,
  dossier_id uuid not null,
  form_id text not null,
  answers jsonb not null,
  primary key (commune_id, dossier_id)
);
create table dossier_document (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  position integer not null,
  document_key text,
  name text not null,
  originals integer not null,
  certified integer not null,
  copies integer not null,
  note text,
  primary key (commune_id, id)
);
create index on dossier_document (commune_id, dossier_id, position);
create table dossier_event (
  commune_id uuid not null,
  seq bigint not null default 0,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  type text not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null default mc_now(),
  actor_kind text not null,
  actor_id uuid,
  payload jsonb not null,
  stage text not null,
  clock text not null,
  due_at timestamptz(3),
  previous_hash text not null default '',
  hash text not null default '',
  primary key (commune_id, seq),
  unique (commune_id, id)
);
create index on dossier_event (commune_id, dossier_id, seq);
create table dossier_note (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  event_id uuid not null,
  text text not null,
  primary key (commune_id, id)
);
create index on dossier_note (commune_id, dossier_id);
create table dossier_pause (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  reason text not null,
  since timestamptz(3) not null,
  until timestamptz(3),
  recorded_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, id)
);
create index on dossier_pause (commune_id, dossier_id, since);
create table supplement_request (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  round integer not null,
  at_intake boolean not null,
  items jsonb not null,
  reason text not null,
  requested_at timestamptz(3) not null,
  requested_by uuid not null,
  deadline_on date,
  supplied_at timestamptz(3),
  primary key (commune_id, id)
);
create index on supplement_request (commune_id, dossier_id, round);
create table dossier_result (
  commune_id uuid not null,
  dossier_id uuid not null,
  number text,
  outcome text not null,
  summary text not null,
  attachment_id uuid,
  prepared_at timestamptz(3) not null,
  prepared_by uuid not null,
  signed_at timestamptz(3),
  signed_by uuid,
  sealed_at timestamptz(3),
  sealed_by uuid,
  returned_to text,
  returned_by_id uuid,
  primary key (commune_id, dossier_id)
);
create table code_counter (
  commune_id uuid not null,
  issuer text not null,
  day date not null,
  last integer not null,
  primary key (commune_id, issuer, day)
);
create table contact_record (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  procedure_code text not null,
  full_name text,
  reason text not null,
  staff_id uuid not null,
  at timestamptz(3) not null default mc_now(),
  primary key (commune_id, id)
);
create index on contact_record (commune_id, at);

-- feedback
create table rating (
  commune_id uuid not null,
  dossier_id uuid not null,
  score integer not null,
  answers jsonb not null default '{}',
  comment text,
  at timestamptz(3) not null default mc_now(),
  primary key (commune_id, dossier_id)
);
create index on rating (commune_id, at);

-- row-level classes
comment on table installation is 'reference';
comment on table province is 'reference';
comment on table commune is 'reference';
comment on table calendar_entry is 'reference';
comment on table procedure_field is 'reference';
comment on table procedure is 'reference';
comment on table procedure_version is 'reference';
comment on table procedure_variant is 'reference';
comment on table required_document is 'reference';
comment on table fee is 'reference';
comment on table process_step is 'reference';
comment on table catalogue_revision is 'reference';
comment on table outbox is 'commune-owned';
comment on table idempotency_key is 'commune-owned';
comment on table unit is 'commune-owned';
comment on table commune_calendar_entry is 'commune-owned';
comment on table calendar_revision is 'commune-owned';
comment on table staff_member is 'commune-owned';
comment on table event_chain_head is 'commune-owned';
comment on table access_log is 'commune-owned';
comment on table message is 'commune-owned';
comment on table attachment is 'commune-owned';
comment on table official_paper is 'commune-owned';
comment on table number_series is 'commune-owned';
comment on table payment_record is 'commune-owned';
comment on table draft is 'commune-owned';
comment on table dossier is 'commune-owned';
comment on table dossier_party is 'commune-owned';
comment on table dossier_form is 'commune-owned';
comment on table dossier_document is 'commune-owned';
comment on table dossier_event is 'commune-owned';
comment on table dossier_note is 'commune-owned';
comment on table dossier_pause is 'commune-owned';
comment on table supplement_request is 'commune-owned';
comment on table dossier_result is 'commune-owned';
comment on table code_counter is 'commune-owned';
comment on table contact_record is 'commune-owned';
comment on table rating is 'commune-owned';
comment on table rate_limit is 'identity';
comment on table account is 'identity';
comment on table officer_session is 'identity';
comment on table citizen_account is 'identity';
comment on table citizen_session is 'identity';
comment on table one_time_code is 'identity';
comment on table setup_link is 'identity';
