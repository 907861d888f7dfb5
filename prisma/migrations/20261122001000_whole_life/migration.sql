-- The whole life of a dossier: what is extended, apologised for, corrected and reopened, each at most once, and by which rule a
-- supplement stops the clock.

alter table dossier
  add column extended_at timestamptz(3),
  add column apology_drafted_at timestamptz(3),
  add column correction_proposed_at timestamptz(3),
  add column reopened_from_id uuid,
  add column reopened_as_id uuid,
  add foreign key (commune_id, reopened_from_id) references dossier (commune_id, id) on delete restrict,
  add foreign key (commune_id, reopened_as_id) references dossier (commune_id, id) on delete restrict;
comment on column dossier.extended_at is 'the one verification extension was recorded';
comment on column dossier.apology_drafted_at is 'an apology (Mẫu 04) waits for its signature';
comment on column dossier.correction_proposed_at is 'another procedure was proposed and waits for a leader';
create unique index on dossier (commune_id, reopened_from_id) where reopened_from_id is not null;
create index on dossier (commune_id, apology_drafted_at) where apology_drafted_at is not null;
create index on dossier (commune_id, correction_proposed_at) where correction_proposed_at is not null;
create index on dossier_event (commune_id, type, occurred_at) where type in ('apology-issued', 'verification-extended', 'procedure-corrected');
create index on dossier (commune_id, submitted_at) where submitted_at is not null;

-- ── once ──────────────────────────────────────────────────────────────────────────────────────────────────
-- An extension, an apology and a reopening happen once to a dossier, whoever writes.
create function mc_guard_once() returns trigger language plpgsql as $$
begin
  if old.extended_at is not null and new.extended_at is distinct from old.extended_at
     or old.promised_at is not null and new.promised_at is distinct from old.promised_at
     or old.reopened_as_id is not null and new.reopened_as_id is distinct from old.reopened_as_id
     or new.reopened_from_id is distinct from old.reopened_from_id then
    raise exception 'an extension, an apology and a reopening happen once' using errcode = 'MC001';
  end if;
  if new.extended_at is distinct from old.extended_at and (old.due_at is null or mc_now() >= old.due_at) then
    raise exception 'nothing recorded at or after the due moment extends it' using errcode = 'MC001';
  end if;
  if new.procedure_version_id is distinct from old.procedure_version_id and old.due_at is not null and mc_now() >= old.due_at then
    raise exception 'nothing recorded at or after the due moment changes the procedure' using errcode = 'MC001';
  end if;
  return new;
end $$;
create trigger guard_once before update on dossier for each row execute function mc_guard_once();

-- ── what a supplement does to the clock ───────────────────────────────────────────────────────────────────
-- A dated rule of law: pause, restart with the arrival, or leave it running. Without a procedure: for all that have none of their own.
create table supplement_clock_rule (
  id uuid primary key default uuidv7(),
  procedure_code text references procedure (code) on delete restrict,
  effective_from date not null,
  effective_to date,
  effect text not null check (effect in ('pause', 'restart', 'none')),
  source text not null,
  unverified boolean not null default true,
  check (effective_to > effective_from)
);
create unique index on supplement_clock_rule (coalesce(procedure_code, ''), effective_from);
select mc_protect_table('supplement_clock_rule', 'reference');
insert into supplement_clock_rule (effective_from, effect, source, unverified) values
  ('1900-01-01', 'pause', 'Thời gian người dân bổ sung không tính vào thời hạn giải quyết; điều khoản chung cần đối chiếu', true);

-- ── what was supplied of what was asked ───────────────────────────────────────────────────────────────────
alter table supplement_request add column supplied_items jsonb, add column effect text check (effect in ('pause', 'restart', 'none'));
comment on column supplement_request.supplied_items is 'keys of the items that arrived; null: not compared';
comment on column supplement_request.effect is 'what it did to the clock by the rule of its day; null before reception';
create index on supplement_request (commune_id, requested_at);

-- ── a denial has its ground ───────────────────────────────────────────────────────────────────────────────
alter table dossier_result add column denial_reason text, add column legal_basis text;

-- ── a walk-in that could not be received ──────────────────────────────────────────────────────────────────
alter table contact_record
  add column kind text check (kind in ('incomplete', 'refused')),
  add column paper_id uuid;
