-- Work shared with others: legs of a dossier at partner units, filings for another commune, tokens of other systems, and webhooks.

-- ── partner units and legs ────────────────────────────────────────────────────────────────────────────────
-- A partner stands among the units of the commune (kind "partner"), so that its people have a post there; this row says what it is for.
create table partner_unit (
  commune_id uuid not null, id uuid not null, kind text not null check (kind in ('tax', 'land', 'police', 'insurance', 'health', 'province', 'other')),
  name text not null, agencies text[] not null default '{}', valid_from date not null, valid_to date,
  primary key (commune_id, id), foreign key (commune_id, id) references unit (commune_id, id)
);
select mc_protect_table('partner_unit', 'commune-owned');

create table dossier_leg (
  commune_id uuid not null, id uuid not null default uuidv7(), dossier_id uuid not null, position int not null, turn int not null, leg_key text, name text not null, agency text not null,
  partner_id uuid, required boolean not null, time_limit jsonb, state text not null check (state in ('planned', 'handed-over', 'accepted', 'done', 'returned', 'cancelled')),
  handed_over_at timestamptz(3), handed_over_by uuid, instruction text, due_at timestamptz(3), due_on date, calendar_revision int,
  accepted_at timestamptz(3), accepted_by uuid, finished_at timestamptz(3), finished_by uuid, timeliness text check (timeliness in ('early', 'on-time', 'overdue', 'no-limit')),
  finish_note text, partner_code text, created_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, id), unique (commune_id, dossier_id, position),
  foreign key (commune_id, dossier_id) references dossier (commune_id, id), foreign key (commune_id, partner_id) references partner_unit (commune_id, id),
  check (state in ('planned', 'cancelled') or (partner_id is not null and handed_over_at is not null)),
  check (state not in ('done', 'returned') or (finished_at is not null and timeliness is not null))
);
create index dossier_leg_of_partner on dossier_leg (commune_id, partner_id, finished_at desc nulls first, due_at, id);
create index dossier_leg_open on dossier_leg (commune_id, due_at, id) where state in ('handed-over', 'accepted');
select mc_protect_table('dossier_leg', 'commune-owned');

create table leg_paper (
  commune_id uuid not null, id uuid not null default uuidv7(), leg_id uuid not null, position int not null, name text not null, originals int not null, certified int not null, copies int not null, attachment_id uuid,
  primary key (commune_id, id), foreign key (commune_id, leg_id) references dossier_leg (commune_id, id)
);
create index leg_paper_of_leg on leg_paper (commune_id, leg_id, position);
select mc_protect_table('leg_paper', 'commune-owned');

-- No result while a leg that is needed is still under way. Asked by the statement that resolves, after it has the row: whoever adds
-- a leg at the same moment holds the row first, or finds the dossier resolved.
create function mc_guard_legs() returns trigger language plpgsql as $$
begin
  if exists (select from dossier_leg l where l.commune_id = new.commune_id and l.dossier_id = new.id and l.required and l.state in ('planned', 'handed-over', 'accepted')) then
    raise exception 'a leg is still under way' using errcode = 'MC003';
  end if;
  return new;
end $$;
create trigger guard_legs before update on dossier for each row when (new.stage = 'resolved' and old.stage <> 'resolved') execute function mc_guard_legs();

-- ── between communes ──────────────────────────────────────────────────────────────────────────────────────
-- What the counter of one commune took in for another to solve. The dossier lives there; here stand the slip, the work and the answer.
create table reception (
  commune_id uuid not null, id uuid not null, idempotency_key uuid not null, request_hash text not null, number_text text not null, solving_commune_id uuid not null, procedure_code text not null, procedure_name text not null,
  applicant_name text not null, state text not null check (state in ('waiting', 'acknowledged', 'refused')), return_place text not null check (return_place in ('here', 'solving')),
  received_at timestamptz(3) not null, received_by uuid not null, answered_at timestamptz(3), code text, refusal text, stage text, national_code text, due_at timestamptz(3), result_at timestamptz(3), told_seq bigint,
  returned_at timestamptz(3), returned_by uuid, returned_to text,
  primary key (commune_id, id), unique (commune_id, idempotency_key)
);
create index reception_latest on reception (commune_id, received_at desc, id desc);
select mc_protect_table('reception', 'commune-owned');

-- Which dossiers of this commune came over another one's counter.
create table reception_origin (
  commune_id uuid not null, dossier_id uuid not null, receiving_commune_id uuid not null, reception_id uuid not null, return_place text not null,
  primary key (commune_id, dossier_id), unique (commune_id, reception_id), foreign key (commune_id, dossier_id) references dossier (commune_id, id)
);
select mc_protect_table('reception_origin', 'commune-owned');

-- Letters between communes. A letter is written with its cause and read once: the key makes the second reading nothing.
create table exchange_message (
  commune_id uuid not null, id uuid not null default uuidv7(), direction text not null check (direction in ('out', 'in')), key text not null, kind text not null, peer_commune_id uuid not null,
  body text, created_at timestamptz(3) not null default mc_now(), done_at timestamptz(3),
  primary key (commune_id, id), unique (commune_id, direction, key)
);
select mc_protect_table('exchange_message', 'commune-owned');

-- ── other systems ─────────────────────────────────────────────────────────────────────────────────────────
create table api_token (
  commune_id uuid not null, id uuid not null default uuidv7(), name text not null, token_hash text not null, hint text not null, scopes text[] not null, created_at timestamptz(3) not null default mc_now(), created_by uuid not null,
  expires_at timestamptz(3) not null, last_used_at timestamptz(3), revoked_at timestamptz(3), revoked_by uuid,
  primary key (commune_id, id), unique (commune_id, token_hash)
);
create index api_token_by_hash on api_token (token_hash);
select mc_protect_table('api_token', 'commune-owned');

-- Whose token this is, if it still stands; notes that it was used (at most once a minute).
create function mc_api_token(p_token_hash text) returns table (commune_id uuid, id uuid, scopes text[])
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update api_token t set last_used_at = mc_now() where t.token_hash = p_token_hash and t.revoked_at is null and t.expires_at > mc_now()
    and (t.last_used_at is null or t.last_used_at < mc_now() - interval '1 minute');
  return query select t.commune_id, t.id, t.scopes from api_token t where t.token_hash = p_token_hash and t.revoked_at is null and t.expires_at > mc_now();
end $$;
grant execute on function mc_api_token(text) to mot_cua_app;

-- What another system asked, and what it was answered: the same key with the same words gets the same answer.
create table api_call (
  commune_id uuid not null, token_id uuid not null, key text not null, request_hash text not null, answer jsonb, created_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, token_id, key), foreign key (commune_id, token_id) references api_token (commune_id, id)
);
select mc_protect_table('api_call', 'commune-owned');

create table webhook (
  commune_id uuid not null, id uuid not null default uuidv7(), token_id uuid not null, url text not null, secret text not null, events text[] not null, created_at timestamptz(3) not null default mc_now(), created_by uuid not null, stopped_at timestamptz(3),
  primary key (commune_id, id), foreign key (commune_id, token_id) references api_token (commune_id, id)
);
create index webhook_of_token on webhook (commune_id, token_id);
select mc_protect_table('webhook', 'commune-owned');

create table webhook_delivery (
  commune_id uuid not null, id uuid not null default uuidv7(), webhook_id uuid not null, event_id uuid not null, event text not null, body text not null, state text not null check (state in ('pending', 'delivered', 'dead')),
  round int not null default 1, attempts int not null default 0, last_status int, last_error text, created_at timestamptz(3) not null default mc_now(), delivered_at timestamptz(3), dead_at timestamptz(3),
  primary key (commune_id, id), unique (commune_id, webhook_id, event_id), foreign key (commune_id, webhook_id) references webhook (commune_id, id)
);
create index webhook_delivery_pending on webhook_delivery (commune_id, webhook_id) where state = 'pending';
create index webhook_delivery_dead on webhook_delivery (commune_id, dead_at desc, id) where state = 'dead';
select mc_protect_table('webhook_delivery', 'commune-owned');

-- Whoever listens is told of an event by the worker; where nobody does, nothing is written.
create function mc_tell_of_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from webhook w join api_token t on t.commune_id = w.commune_id and t.id = w.token_id
      where w.commune_id = new.commune_id and w.stopped_at is null and t.revoked_at is null and t.expires_at > mc_now())
    or exists (select from reception_origin o where o.commune_id = new.commune_id and o.dossier_id = new.dossier_id) then
    insert into outbox (commune_id, key, kind, payload) values (new.commune_id, 'told:' || new.id, 'dossier-event', jsonb_build_object('eventId', new.id, 'dossierId', new.dossier_id))
      on conflict (commune_id, key) do nothing;
  end if;
  return null;
end $$;
create trigger tell_of_event after insert on dossier_event for each row execute function mc_tell_of_event();

-- ── the partner's scope ───────────────────────────────────────────────────────────────────────────────────
-- An officer of a partner unit works in the scope of the commune and of the partner at once (app.partner). Every table of the commune
-- is shut to that scope; the few that a leg needs open as far as the leg reaches.
do $$
declare t text;
begin
  for t in select c.relname from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and obj_description(c.oid) = 'commune-owned'
      and c.relname not in ('unit', 'partner_unit', 'staff_member', 'calendar_revision', 'commune_calendar_entry', 'outbox', 'access_log',
        'dossier', 'dossier_pause', 'dossier_event', 'attachment', 'dossier_leg', 'leg_paper') loop
    execute format('create policy no_partner on %I as restrictive using ((select mc_scope(''partner'')) is null)', t);
  end loop;
end $$;
create policy of_partner on dossier_leg as restrictive using ((select mc_scope('partner')) is null or (partner_id = (select mc_scope('partner')) and handed_over_at is not null));
create policy of_partner on leg_paper as restrictive using ((select mc_scope('partner')) is null
  or exists (select from dossier_leg l where l.commune_id = leg_paper.commune_id and l.id = leg_paper.leg_id));
create policy of_partner on dossier as restrictive using ((select mc_scope('partner')) is null
  or exists (select from dossier_leg l where l.commune_id = dossier.commune_id and l.dossier_id = dossier.id));
create policy of_partner on dossier_pause as restrictive using ((select mc_scope('partner')) is null
  or exists (select from dossier_leg l where l.commune_id = dossier_pause.commune_id and l.dossier_id = dossier_pause.dossier_id));
create policy of_partner on dossier_event as restrictive using ((select mc_scope('partner')) is null
  or exists (select from dossier_leg l where l.commune_id = dossier_event.commune_id and l.id::text = dossier_event.payload ->> 'legId'));
create policy of_partner on attachment as restrictive using ((select mc_scope('partner')) is null
  or exists (select from leg_paper p where p.commune_id = attachment.commune_id and p.attachment_id = attachment.id)
  or exists (select from dossier_leg l where l.commune_id = attachment.commune_id and l.dossier_id = attachment.dossier_id and attachment.document_key = 'leg:' || l.id));
create policy of_partner on access_log as restrictive using ((select mc_scope('partner')) is null
  or exists (select from staff_member m where m.commune_id = access_log.commune_id and m.id = access_log.staff_id and m.unit_id = (select mc_scope('partner'))));

-- Tables of later migrations are shut to partners from the start.
create or replace function mc_protect_table(t text, class text) returns void language plpgsql as $$
begin
  execute format('comment on table %I is %L', t, class);
  execute format('alter table %I enable row level security', t);
  case class
    when 'commune-owned' then
      execute format('create policy in_commune on %I using (commune_id = (select mc_scope(''commune''))) with check (commune_id = (select mc_scope(''commune'')))', t);
      execute format('create policy no_partner on %I as restrictive using ((select mc_scope(''partner'')) is null)', t);
      execute format('grant select, insert, update on %I to mot_cua_app', t);
    when 'identity' then
      execute format('create policy in_identity on %I using (current_setting(''app.identity'', true) = ''on'') with check (current_setting(''app.identity'', true) = ''on'')', t);
      execute format('grant select, insert, update, delete on %I to mot_cua_app', t);
    when 'reference' then
      execute format('create policy for_reading on %I for select using (true)', t);
      execute format('grant select on %I to mot_cua_app', t);
  end case;
end $$;
