-- Money: what a case costs and who need not pay (payment_assessment), what came in and went out (payment_entry, the ledger), payments
-- under way at a gateway (payment_intent) with what it told us (payment_notification), money that goes back (payment_refund), the
-- collector's day (cash_closing), the number of the tax receipt (e_receipt), and where transfers go to (payment_account).

-- A line of what is owed. Lines are written with the filing by mc_file_dossier, so that every new column may be null.
alter table payment_record
  add column before_vnd integer,
  add column reduction_key text,
  add column reduction_basis text,
  add column entry_id uuid,
  add column obligation_id uuid,
  add column before_acceptance boolean;
create index on payment_record (commune_id, state, dossier_id);

create table payment_assessment (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  payment_id uuid not null,
  before_vnd integer not null check (before_vnd >= 0),
  after_vnd integer not null check (after_vnd between 0 and before_vnd),
  reduction_key text,
  legal_basis text,
  verified boolean not null,
  proof_kind text check (proof_kind in ('seen', 'attachment')),
  proof_name text,
  attachment_id uuid,
  reason text not null,
  assessed_by uuid not null,
  assessed_at timestamptz(3) not null,
  primary key (commune_id, id)
);
create index on payment_assessment (commune_id, payment_id);

create table payment_entry (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  direction text not null check (direction in ('in', 'out')),
  year integer not null,
  number integer not null,
  number_text text not null,
  method text not null check (method in ('cash', 'transfer', 'gateway', 'treasury')),
  amount_vnd integer not null check (amount_vnd > 0),
  dossier_id uuid not null,
  collector_id uuid,
  lines jsonb not null,
  reference text,
  cause text not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, id),
  unique (commune_id, cause),
  unique (commune_id, direction, year, number)
);
create index on payment_entry (commune_id, dossier_id);
create index on payment_entry (commune_id, collector_id, occurred_at);

create table payment_intent (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  key text not null,
  provider text not null,
  amount_vnd integer not null check (amount_vnd > 0),
  lines jsonb not null,
  state text not null check (state in ('started', 'paid', 'refused', 'returned')),
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (commune_id, id),
  unique (commune_id, key)
);
create index on payment_intent (commune_id, dossier_id, started_at);

create table payment_notification (
  commune_id uuid not null,
  provider text not null,
  event_id text not null,
  intent_id uuid,
  reference text,
  status text not null,
  amount_vnd integer not null,
  outcome text not null,
  received_at timestamptz(3) not null,
  handled_at timestamptz(3),
  handled_by uuid,
  handled_note text,
  primary key (commune_id, provider, event_id)
);
create index on payment_notification (commune_id, received_at) where outcome in ('unknown-intent', 'amount-differs', 'paid-twice') and handled_at is null;
create index on payment_notification (commune_id, intent_id);

create table payment_refund (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  entry_id uuid not null,
  amount_vnd integer not null check (amount_vnd > 0),
  reason text not null,
  method text not null check (method in ('cash', 'transfer')),
  state text not null check (state in ('proposed', 'approved', 'rejected', 'paid')),
  cause text not null,
  proposed_by uuid,
  proposed_at timestamptz(3) not null,
  decided_by uuid,
  decided_at timestamptz(3),
  decision_note text,
  paid_by uuid,
  paid_at timestamptz(3),
  refund_entry_id uuid,
  primary key (commune_id, id),
  unique (commune_id, cause)
);
create index on payment_refund (commune_id, dossier_id);
create index on payment_refund (commune_id, entry_id);
create index on payment_refund (commune_id, state, proposed_at) where state in ('proposed', 'approved');

create table cash_closing (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  year integer not null,
  number integer not null,
  number_text text not null,
  collector_id uuid not null,
  closed_at timestamptz(3) not null,
  cash_in_vnd integer not null,
  cash_out_vnd integer not null,
  counted_vnd integer not null,
  explanation text,
  sums jsonb not null,
  primary key (commune_id, id),
  unique (commune_id, year, number),
  -- A difference is explained, or there is none.
  check (counted_vnd = cash_in_vnd - cash_out_vnd or explanation is not null)
);
create index on cash_closing (commune_id, collector_id, closed_at);

create table cash_closing_entry (
  commune_id uuid not null,
  entry_id uuid not null,
  closing_id uuid not null,
  primary key (commune_id, entry_id)
);
create index on cash_closing_entry (commune_id, closing_id);

create table e_receipt (
  commune_id uuid not null,
  entry_id uuid not null,
  series text not null,
  number text not null check (number ~ '^\d{1,7}$'),
  provider text,
  noted_by uuid,
  noted_at timestamptz(3) not null,
  primary key (commune_id, entry_id),
  unique (commune_id, series, number)
);

-- The confirmation of an entry as it was printed first: the same bytes ever after.
create table payment_print (
  commune_id uuid not null,
  entry_id uuid not null,
  sha256 text not null,
  size integer not null,
  template_version text not null,
  printed_at timestamptz(3) not null,
  primary key (commune_id, entry_id)
);

create table payment_account (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  bank_bin text not null check (bank_bin ~ '^\d{6}$'),
  bank_name text not null,
  account_number text not null check (account_number ~ '^[0-9A-Za-z]{1,19}$'),
  holder text not null,
  effective_from date not null,
  effective_to date,
  primary key (commune_id, id)
);
create index on payment_account (commune_id, effective_from);

select mc_protect_table(t, 'commune-owned') from unnest(array['payment_assessment', 'payment_entry', 'payment_intent', 'payment_notification',
  'payment_refund', 'cash_closing', 'cash_closing_entry', 'e_receipt', 'payment_print', 'payment_account']) t;

-- ── append-only ───────────────────────────────────────────────────────────────────────────────────────────
revoke update on payment_assessment, payment_entry, cash_closing, cash_closing_entry, e_receipt, payment_print from mot_cua_app;
revoke insert, update on payment_account from mot_cua_app;
do $$
declare t text;
begin
  foreach t in array array['payment_assessment', 'payment_entry', 'cash_closing', 'cash_closing_entry', 'e_receipt', 'payment_print'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function mc_refuse()', t);
    execute format('create trigger append_only_truncate before truncate on %I execute function mc_refuse()', t);
  end loop;
end $$;

-- ── the ledger ────────────────────────────────────────────────────────────────────────────────────────────
-- One cause, one entry, one number: asked again, it answers the first. Numbers have no gaps: they are taken by the row that uses them.
create function mc_add_payment_entry(p_commune uuid, p_direction text, p_method text, p_amount int, p_dossier uuid, p_collector uuid, p_lines jsonb,
  p_reference text, p_cause text, p_at timestamptz) returns uuid language plpgsql as $$
declare v_id uuid; v_year int := extract(year from p_at at time zone 'Asia/Ho_Chi_Minh')::int; v_number int;
begin
  perform pg_advisory_xact_lock(hashtextextended('payment-entry:' || p_commune || ':' || p_cause, 0));
  select id into v_id from payment_entry where commune_id = p_commune and cause = p_cause;
  if found then return v_id; end if;
  v_number := mc_next_number(p_commune, case p_direction when 'in' then 'money-in' else 'money-out' end, v_year);
  insert into payment_entry (commune_id, direction, year, number, number_text, method, amount_vnd, dossier_id, collector_id, lines, reference, cause, occurred_at)
    values (p_commune, p_direction, v_year, v_number, lpad(v_number::text, greatest(2, length(v_number::text)), '0') || case p_direction when 'in' then '/PXT' else '/PHT' end,
      p_method, p_amount, p_dossier, p_collector, p_lines, p_reference, p_cause, p_at)
    returning id into v_id;
  return v_id;
end $$;

-- What the counter takes with a filing stands in the ledger at once, whoever wrote the filing.
create function mc_enter_filed_payments() returns trigger language plpgsql as $$
declare taken record; v_entry uuid;
begin
  for taken in select commune_id, dossier_id, collector_id, coalesce(max(paid_at), mc_now()) as at, sum(amount_vnd)::int as total,
      jsonb_agg(jsonb_build_object('paymentId', id, 'kind', kind, 'name', basis, 'amountVnd', amount_vnd) order by id) as lines
    from new_rows where state = 'paid' and amount_vnd > 0 and entry_id is null group by commune_id, dossier_id, collector_id loop
    v_entry := mc_add_payment_entry(taken.commune_id, 'in', 'cash', taken.total, taken.dossier_id, taken.collector_id, taken.lines, null,
      'filing:' || taken.dossier_id || coalesce(':' || taken.collector_id, ''), taken.at);
    update payment_record set entry_id = v_entry where commune_id = taken.commune_id and dossier_id = taken.dossier_id and state = 'paid' and entry_id is null
      and collector_id is not distinct from taken.collector_id;
  end loop;
  return null;
end $$;
create trigger enter_filed_payments after insert on payment_record referencing new table as new_rows for each statement execute function mc_enter_filed_payments();

-- What was paid stays as it was paid, and nothing is called paid without its entry.
create function mc_guard_payment() returns trigger language plpgsql as $$
begin
  if old.state in ('paid', 'refunded') and (new.state not in ('paid', 'refunded') or new.amount_vnd <> old.amount_vnd or new.dossier_id <> old.dossier_id
      or (old.entry_id is not null and new.entry_id is distinct from old.entry_id)) then
    raise exception 'what was paid is not changed; money goes back by a refund' using errcode = 'MC010';
  end if;
  if new.state = 'paid' and old.state <> 'paid' and new.amount_vnd > 0 and new.entry_id is null then
    raise exception 'nothing is paid without an entry in the ledger' using errcode = 'MC010';
  end if;
  return new;
end $$;
create trigger guard_payment before update on payment_record for each row execute function mc_guard_payment();

-- Never more goes back than came in. Two proposals at once wait for each other.
create function mc_guard_refund() returns trigger language plpgsql as $$
declare v_in int; v_back bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('payment-refund:' || new.commune_id || ':' || new.entry_id, 0));
  if tg_op = 'UPDATE' then
    if new.amount_vnd <> old.amount_vnd or new.entry_id <> old.entry_id or old.state in ('paid', 'rejected') then
      raise exception 'a refund keeps its amount, and its end is its end' using errcode = 'MC011';
    end if;
    return new;
  end if;
  select amount_vnd into v_in from payment_entry where commune_id = new.commune_id and id = new.entry_id and dossier_id = new.dossier_id and direction = 'in';
  select coalesce(sum(amount_vnd), 0) into v_back from payment_refund where commune_id = new.commune_id and entry_id = new.entry_id and state <> 'rejected';
  if v_in is null or v_back + new.amount_vnd > v_in then
    raise exception 'more than was paid' using errcode = 'MC012';
  end if;
  return new;
end $$;
create trigger guard_refund before insert or update on payment_refund for each row execute function mc_guard_refund();

-- Nobody pays for a dossier that has ended; one that is opened again owes what it owed.
create function mc_drop_owed() returns trigger language plpgsql as $$
begin
  if new.stage in ('refused', 'withdrawn', 'discontinued', 'voided') then
    update payment_record set state = 'cancelled' where commune_id = new.commune_id and dossier_id = new.id and state = 'owed';
  else
    update payment_record set state = 'owed' where commune_id = new.commune_id and dossier_id = new.id and state = 'cancelled';
  end if;
  return null;
end $$;
create trigger drop_owed after update of stage on dossier for each row
  when (old.stage is distinct from new.stage and (new.stage in ('refused', 'withdrawn', 'discontinued', 'voided') or old.stage in ('refused', 'withdrawn', 'discontinued', 'voided')))
  execute function mc_drop_owed();

-- Cash that was taken before there was a ledger.
do $$
declare taken record; v_entry uuid;
begin
  for taken in select commune_id, dossier_id, collector_id, coalesce(max(paid_at), max(created_at)) as at, sum(amount_vnd)::int as total,
      jsonb_agg(jsonb_build_object('paymentId', id, 'kind', kind, 'name', basis, 'amountVnd', amount_vnd) order by id) as lines
    from payment_record where state = 'paid' and amount_vnd > 0 group by commune_id, dossier_id, collector_id order by 4 loop
    v_entry := mc_add_payment_entry(taken.commune_id, 'in', 'cash', taken.total, taken.dossier_id, taken.collector_id, taken.lines, null,
      'filing:' || taken.dossier_id || coalesce(':' || taken.collector_id, ''), taken.at);
    update payment_record set entry_id = v_entry where commune_id = taken.commune_id and dossier_id = taken.dossier_id and state = 'paid' and collector_id is not distinct from taken.collector_id;
  end loop;
end $$;

grant execute on function mc_add_payment_entry(uuid, text, text, int, uuid, uuid, jsonb, text, text, timestamptz) to mot_cua_app;
