-- The books of the desk: who looked, numbers of papers, the register, and what is erased when its time is over.

-- ── who looked ────────────────────────────────────────────────────────────────────────────────────────────
-- `object_id`: which attachment or paper was opened; null where the dossier as a whole was.
alter table access_log add column object_id uuid;
create index on access_log (commune_id, at desc, id desc);
create index on access_log (commune_id, staff_id, at desc);

-- ── numbers of papers ─────────────────────────────────────────────────────────────────────────────────────
-- `series`: the own series without gaps. `typed`: the records clerk gave it. `document-system`: the document system did.
-- `waiting`: issued, and its number is still to come from one of the two; until then no bytes are kept.
alter table official_paper alter column number drop not null;
alter table official_paper
  add column numbering text not null default 'series' check (numbering in ('series', 'typed', 'document-system', 'waiting')),
  add column numbered_by uuid,
  add column numbered_at timestamptz(3),
  -- Set when retention took data and bytes away. Number and dates stay.
  add column erased_at timestamptz(3),
  add constraint only_a_series_counts check ((numbering = 'series') = (number is not null)),
  add constraint no_bytes_without_a_number check (numbering <> 'waiting' or sha256 is null);
create unique index official_paper_number_text on official_paper (commune_id, form, year, number_text) where numbering <> 'waiting';
create index on official_paper (commune_id, issued_at desc, id desc);
create index on official_paper (commune_id, issued_at, id) where numbering = 'waiting';

create table paper_numbering (
  commune_id uuid not null references commune,
  form text not null,
  mode text not null check (mode in ('series', 'typed', 'document-system')),
  changed_by uuid,
  changed_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, form)
);
select mc_protect_table('paper_numbering', 'commune-owned');

-- ── the register ──────────────────────────────────────────────────────────────────────────────────────────
create index on dossier (commune_id, received_at, register_number, id) where received_at is not null;

-- ── retention ─────────────────────────────────────────────────────────────────────────────────────────────
-- How long the data of people stay after a dossier is closed. `field_slug` '*': every field without a rule of its own.
-- `source` null: nobody has checked the number of years against a text; such a rule is shown and applied only on request.
create table retention_rule (
  commune_id uuid not null references commune,
  field_slug text not null,
  years int not null check (years between 1 and 100),
  source text,
  changed_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, field_slug)
);
select mc_protect_table('retention_rule', 'commune-owned');

-- A dossier that a complaint, a lawsuit or an inspection needs is not touched while a hold is open.
create table legal_hold (
  commune_id uuid not null references commune,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  reason text not null,
  placed_by uuid,
  placed_at timestamptz(3) not null default mc_now(),
  released_by uuid,
  released_at timestamptz(3),
  primary key (commune_id, id)
);
create unique index on legal_hold (commune_id, dossier_id) where released_at is null;
select mc_protect_table('legal_hold', 'commune-owned');

-- That something was erased, when, under which rule, and how much: ids and counts, nobody's data.
create table erasure (
  commune_id uuid not null references commune,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  closed_at timestamptz(3) not null,
  rule_field text not null,
  rule_years int not null,
  rule_source text,
  erased jsonb not null,
  at timestamptz(3) not null default mc_now(),
  primary key (commune_id, id)
);
create unique index on erasure (commune_id, dossier_id);
select mc_protect_table('erasure', 'commune-owned');
revoke update on erasure from mot_cua_app;
create trigger append_only before update or delete on erasure for each row execute function mc_refuse();
create trigger append_only_truncate before truncate on erasure execute function mc_refuse();

alter table dossier add column erased_at timestamptz(3);
alter table attachment add column erased_at timestamptz(3);
create index on dossier (commune_id, coalesce(returned_at, ended_at), id) where erased_at is null and (returned_at is not null or ended_at is not null);

-- The words of a reason may name someone. They are the one thing of the log that may go, and only from inside the function below.
drop trigger append_only on access_log;
create function mc_refuse_access_log() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('app.erasing', true) = 'on' and (to_jsonb(new) - 'reason') = (to_jsonb(old) - 'reason') and new.reason = '' then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
create trigger append_only before update or delete on access_log for each row execute function mc_refuse_access_log();

-- Erases what tells of people in one closed dossier, keeps its row, codes, dates and figures, and writes down that it did.
-- Refuses an open dossier, one under a hold, one whose time is not over, and one that was erased before. Answers the content hashes
-- that no other row of the commune names any more: their files may go after the commit.
create function mc_erase_dossier(p_dossier uuid, p_rule_field text, p_years int, p_source text, p_blank text) returns text[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c uuid := mc_scope('commune'); d dossier; closed timestamptz; named text[]; counts jsonb := '{}'; n int; t record;
begin
  select * into strict d from dossier where commune_id = c and id = p_dossier for update;
  closed := coalesce(d.returned_at, d.ended_at);
  if closed is null or d.erased_at is not null or closed + make_interval(years => p_years) > mc_now() then
    raise exception 'not to be erased' using errcode = 'MC410';
  end if;
  if exists (select from legal_hold h where h.commune_id = c and h.dossier_id = d.id and h.released_at is null) then
    raise exception 'under a hold' using errcode = 'MC423';
  end if;
  select coalesce(array_agg(distinct sha256), '{}') into named from (
    select sha256 from attachment where commune_id = c and erased_at is null and (dossier_id = d.id or draft_id in (select id from draft where commune_id = c and dossier_id = d.id))
    union all select sha256 from official_paper where commune_id = c and dossier_id = d.id and erased_at is null
    union all select unnest(array[sha256_before, sha256_after]) from digital_signature where commune_id = c and dossier_id = d.id) f where sha256 is not null;

  perform set_config('app.erasing', 'on', true);
  for t in select * from mc_erasures() loop
    execute t.statement using c, d.id, p_blank;
    get diagnostics n = row_count;
    if n > 0 then counts := counts || jsonb_build_object(t.what, n); end if;
  end loop;
  update dossier set search_text = lower(code), applicant_citizen_id = null, submitter_citizen_id = null, erased_at = mc_now() where commune_id = c and id = d.id;
  perform set_config('app.erasing', '', true);
  insert into erasure (commune_id, dossier_id, closed_at, rule_field, rule_years, rule_source, erased) values (c, d.id, closed, p_rule_field, p_years, p_source, counts);
  return array(select h from unnest(named) h where not mc_is_named(c, h));
end $$;

-- Does a row that was not erased still name this content? Hashes of what was erased stay for papers and results: whoever holds a
-- copy can still have it checked.
create function mc_is_named(c uuid, h text) returns boolean language sql stable as $$
  select exists (select from attachment a where a.commune_id = c and a.sha256 = h and a.erased_at is null)
    or exists (select from official_paper p where p.commune_id = c and p.sha256 = h and p.erased_at is null)
    or exists (select from payment_print p where p.commune_id = c and p.sha256 = h)
$$;

-- What goes with a dossier, table by table; $1 the commune, $2 the dossier, $3 a sealed blank for columns that hold sealed text.
create function mc_erasures() returns table (what text, statement text) language sql immutable as $$
  values
    ('people', $q$update dossier_party set full_name = 'Đã xóa theo thời hạn', personal_id = null, personal_id_hash = null, birth = null, sex = null, address = null, phone = null, email = null, mandate = null
      where commune_id = $1 and dossier_id = $2$q$),
    ('answers', $q$delete from dossier_form where commune_id = $1 and dossier_id = $2$q$),
    ('notes', $q$update dossier_note set text = '' where commune_id = $1 and dossier_id = $2$q$),
    ('papers handed in', $q$update dossier_document set name = case when document_key is null then 'Giấy tờ đã xóa' else name end, note = null where commune_id = $1 and dossier_id = $2$q$),
    ('supplement requests', $q$update supplement_request set items = '[]', supplied_items = null, reason = '' where commune_id = $1 and dossier_id = $2$q$),
    ('results', $q$update dossier_result set summary = '', returned_to = null, denial_reason = null where commune_id = $1 and dossier_id = $2$q$),
    ('attachments', $q$update attachment set name = '', sha256 = case when kind = 'result' then sha256 else '' end, erased_at = mc_now(), removed_at = coalesce(removed_at, mc_now())
      where commune_id = $1 and (dossier_id = $2 or draft_id in (select id from draft where commune_id = $1 and dossier_id = $2))$q$),
    ('drafts', $q$delete from draft where commune_id = $1 and dossier_id = $2$q$),
    ('issued papers', $q$update official_paper set data = '{}', erased_at = mc_now() where commune_id = $1 and dossier_id = $2$q$),
    ('messages', $q$update message set recipient = $3, body = $3, recipient_hash = null, subject = null, failure = null where commune_id = $1 and dossier_id = $2$q$),
    ('deliveries', $q$update result_delivery set recipient_name = null, mandate = null, tracking_number = null, note = null where commune_id = $1 and dossier_id = $2$q$),
    ('inter-agency legs', $q$update dossier_leg set instruction = null, finish_note = null where commune_id = $1 and dossier_id = $2$q$),
    ('papers of legs', $q$update leg_paper set name = 'Giấy tờ đã xóa' where commune_id = $1 and leg_id in (select id from dossier_leg where commune_id = $1 and dossier_id = $2)$q$),
    ('ratings', $q$update rating set comment = null where commune_id = $1 and dossier_id = $2$q$),
    ('reasons of access', $q$update access_log set reason = '' where commune_id = $1 and dossier_id = $2 and what = 'personal-id'$q$),
    ('holds', $q$update legal_hold set reason = '' where commune_id = $1 and dossier_id = $2$q$)
$$;

-- Drafts whose time is over belong to nobody's dossier: gone with what was typed. Answers the content hashes that no row names any more.
create function mc_erase_expired_drafts(p_limit int) returns text[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare c uuid := mc_scope('commune'); named text[]; gone uuid[];
begin
  gone := array(select id from draft where commune_id = c and dossier_id is null and expires_at <= mc_now() order by expires_at limit p_limit);
  select coalesce(array_agg(distinct sha256), '{}') into named from attachment where commune_id = c and draft_id = any(gone) and erased_at is null;
  update attachment set name = '', sha256 = '', erased_at = mc_now(), removed_at = coalesce(removed_at, mc_now()) where commune_id = c and draft_id = any(gone);
  delete from draft where commune_id = c and id = any(gone);
  return array(select h from unnest(named) h where not mc_is_named(c, h));
end $$;

revoke execute on function mc_erase_dossier(uuid, text, int, text, text), mc_erase_expired_drafts(int), mc_erasures(), mc_is_named(uuid, text), mc_refuse_access_log() from public;
grant execute on function mc_erase_dossier(uuid, text, int, text, text), mc_erase_expired_drafts(int), mc_is_named(uuid, text) to mot_cua_app;
