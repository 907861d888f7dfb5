-- Who signed what, digitally or by pen, what was found in files that came signed, and how a stranger checks a paper.

create table digital_signature (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid,
  paper_id uuid,
  role text not null check (role in ('leader', 'seal')),
  staff_id uuid not null,
  signer_name text not null,
  agency text not null,
  issuer text not null,
  certificate_sha256 text not null,
  authority text not null check (authority in ('known', 'demonstration', 'unknown')),
  signed_at timestamptz(3) not null,
  sha256_before text not null,
  sha256_after text not null,
  size_after integer not null,
  recorded_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, id),
  unique (commune_id, sha256_after),
  -- The result of a dossier, or a paper (which may belong to a dossier too).
  check (dossier_id is not null or paper_id is not null)
);
create index on digital_signature (commune_id, dossier_id);
create index on digital_signature (commune_id, paper_id);
create index on digital_signature (sha256_after);
select mc_protect_table('digital_signature', 'commune-owned');
-- What was signed stays signed.
revoke update on digital_signature from mot_cua_app;

create table pen_signature (
  commune_id uuid not null,
  dossier_id uuid not null,
  signed_on date not null,
  signer_id uuid not null,
  attachment_id uuid,
  confirmed_by uuid not null,
  confirmed_at timestamptz(3) not null,
  primary key (commune_id, dossier_id)
);
select mc_protect_table('pen_signature', 'commune-owned');

create table signature_check (
  commune_id uuid not null,
  attachment_id uuid not null,
  verdict text not null check (verdict in ('good', 'unconfirmed', 'expired', 'changed', 'unsigned', 'unreadable')),
  report jsonb not null,
  checked_at timestamptz(3) not null,
  explanation text,
  explained_by uuid,
  explained_at timestamptz(3),
  primary key (commune_id, attachment_id)
);
select mc_protect_table('signature_check', 'commune-owned');

-- One proof of identity, many papers: what was chosen, and what became of each.
create table signing_batch (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  role text not null check (role in ('leader', 'seal')),
  key_name text not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  primary key (commune_id, id)
);
select mc_protect_table('signing_batch', 'commune-owned');

create table signing_item (
  commune_id uuid not null,
  batch_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('result', 'paper')),
  subject_id uuid not null,
  label text not null,
  state text not null check (state in ('waiting', 'signing', 'signed', 'failed')),
  problem text,
  claimed_at timestamptz(3),
  done_at timestamptz(3),
  primary key (commune_id, batch_id, position)
);
select mc_protect_table('signing_item', 'commune-owned');

-- A signature that is made in the officer's own machine: what went out to be signed, until it comes back.
create table client_signing (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  kind text not null check (kind in ('result', 'paper')),
  subject_id uuid not null,
  role text not null check (role in ('leader', 'seal')),
  before_sha256 text not null,
  prepared_sha256 text not null,
  attributes text not null,
  certificates jsonb not null,
  signed_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  done_at timestamptz(3),
  primary key (commune_id, id)
);
select mc_protect_table('client_signing', 'commune-owned');

create index on dossier_result (commune_id, number);
create index on official_paper (commune_id, form, year, number_text);
create index on official_paper (sha256) where sha256 is not null;
create index on attachment (sha256) where kind = 'result';

-- Whose are these very bytes? Whoever can name their hash holds the file already, so that nothing is told about anybody else.
create function mc_find_issued(p_sha256 text) returns table (commune_id uuid, dossier_id uuid, paper_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.commune_id, s.dossier_id, s.paper_id from digital_signature s where s.sha256_after = p_sha256
  union
  select p.commune_id, p.dossier_id, p.id from official_paper p where p.sha256 = p_sha256
  union
  select a.commune_id, r.dossier_id, null::uuid from attachment a
    join dossier_result r on r.commune_id = a.commune_id and r.attachment_id = a.id
    join dossier d on d.commune_id = r.commune_id and d.id = r.dossier_id and d.stage in ('resolved', 'returned')
    where a.sha256 = p_sha256 and a.kind = 'result'
  limit 1
$$;
grant execute on function mc_find_issued(text) to mot_cua_app;
