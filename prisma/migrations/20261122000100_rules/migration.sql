-- Rules that the database itself holds: row-level security, the chain of events, numbers without gaps,
-- late stays late, and the few statements that are one round trip because crowds pass through them.

-- ── scopes ────────────────────────────────────────────────────────────────────────────────────────────────
-- A scope is set for one transaction. After a pooled connection has carried one, the setting reads '' and not null.
create function mc_scope(name text) returns uuid language sql stable as
$$ select nullif(current_setting('app.' || name, true), '')::uuid $$;

do $$
declare t text; class text;
begin
  for t, class in select c.relname, obj_description(c.oid) from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                  and obj_description(c.oid) in ('commune-owned', 'identity', 'reference', 'aggregate') loop
    execute format('alter table %I enable row level security', t);
    if class = 'commune-owned' then
      execute format('create policy in_commune on %I using (commune_id = (select mc_scope(''commune''))) with check (commune_id = (select mc_scope(''commune'')))', t);
      execute format('grant select, insert, update on %I to mot_cua_app', t);
    elsif class = 'identity' then
      execute format('create policy in_identity on %I using (current_setting(''app.identity'', true) = ''on'') with check (current_setting(''app.identity'', true) = ''on'')', t);
      execute format('grant select, insert, update, delete on %I to mot_cua_app', t);
    elsif class = 'reference' then
      execute format('create policy for_reading on %I for select using (true)', t);
      execute format('grant select on %I to mot_cua_app', t);
    end if;
  end loop;
end $$;

-- A draft belongs to the citizen who types it. Officers see one only after its owner handed it over with a code.
drop policy in_commune on draft;
create policy of_owner on draft using (citizen_id = (select mc_scope('citizen')))
  with check (citizen_id = (select mc_scope('citizen')));
create policy handed_over on draft for select using (commune_id = (select mc_scope('commune')) and hand_over_hash is not null);
grant delete on draft to mot_cua_app;

-- A citizen reads the own dossiers, whichever commune settles them.
create policy of_citizen on dossier for select
  using ((select mc_scope('citizen')) in (applicant_citizen_id, submitter_citizen_id));
create policy of_citizen on attachment for all
  using (exists (select from draft d where d.commune_id = attachment.commune_id and d.id = attachment.draft_id and d.citizen_id = (select mc_scope('citizen'))))
  with check (exists (select from draft d where d.commune_id = attachment.commune_id and d.id = attachment.draft_id and d.citizen_id = (select mc_scope('citizen'))));

-- ── append-only ───────────────────────────────────────────────────────────────────────────────────────────
revoke update on dossier_event, event_chain_head, access_log from mot_cua_app;
revoke insert on event_chain_head from mot_cua_app;

create function mc_refuse() returns trigger language plpgsql as $$
begin raise exception '% is append-only', tg_table_name using errcode = '42501'; end $$;
create trigger append_only before update or delete on dossier_event for each row execute function mc_refuse();
create trigger append_only_truncate before truncate on dossier_event execute function mc_refuse();
create trigger append_only before update or delete on access_log for each row execute function mc_refuse();
create trigger append_only_truncate before truncate on access_log execute function mc_refuse();

create function mc_refuse_mode() returns trigger language plpgsql as $$
begin raise exception 'the mode of an installation never changes' using errcode = '42501'; end $$;
create trigger mode_stays before update or delete on installation for each row execute function mc_refuse_mode();

-- ── the chain ─────────────────────────────────────────────────────────────────────────────────────────────
-- One chain per commune. What is hashed is everything an event says, with the hash before it.
create function mc_event_hash(e dossier_event) returns text language sql immutable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    e.previous_hash, e.commune_id, e.seq, e.id, e.dossier_id, e.type,
    extract(epoch from e.occurred_at), extract(epoch from e.recorded_at),
    e.actor_kind, e.actor_id, e.payload, e.stage, e.clock, extract(epoch from e.due_at))::text, 'UTF8')), 'hex')
$$;

create function mc_link_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into event_chain_head as h (commune_id, seq, hash) values (new.commune_id, 1, '')
    on conflict (commune_id) do update set seq = h.seq + 1
    returning h.seq, h.hash into new.seq, new.previous_hash;
  new.recorded_at := mc_now();
  new.hash := mc_event_hash(new);
  update event_chain_head set hash = new.hash where commune_id = new.commune_id;
  return new;
end $$;
create trigger link_event before insert on dossier_event for each row execute function mc_link_event();

-- ── late stays late ───────────────────────────────────────────────────────────────────────────────────────
create function mc_guard_due() returns trigger language plpgsql as $$
begin
  if new.code <> old.code or new.first_due_at is distinct from old.first_due_at and old.first_due_at is not null then
    raise exception 'code and first due moment never change' using errcode = 'MC001';
  end if;
  if new.due_at is distinct from old.due_at and old.due_at is not null then
    if new.due_at is null or new.due_at < old.first_due_at then
      raise exception 'the due moment never lies before the one on the slip' using errcode = 'MC001';
    end if;
    -- A pause that was recorded in time may end after the due moment; its end moves the moment all the same.
    if mc_now() >= old.due_at and not (old.clock = 'paused' and exists (
        select from dossier_pause p where p.commune_id = old.commune_id and p.dossier_id = old.id
          and p.since = old.paused_since and p.recorded_at < old.due_at)) then
      raise exception 'nothing recorded at or after the due moment moves it' using errcode = 'MC001';
    end if;
  end if;
  if old.timeliness = 'overdue' and new.timeliness is distinct from 'overdue' then
    raise exception 'late stays late' using errcode = 'MC001';
  end if;
  return new;
end $$;
create trigger guard_due before update on dossier for each row execute function mc_guard_due();

-- A version is never edited once it is in force.
create function mc_guard_version() returns trigger language plpgsql as $$
begin
  if old.effective_from <= (mc_now() at time zone 'Asia/Ho_Chi_Minh')::date
     and (to_jsonb(new) - 'effective_to' - 'position') <> (to_jsonb(old) - 'effective_to' - 'position') then
    raise exception 'a procedure version in force is never edited; issue a new one' using errcode = 'MC002';
  end if;
  return new;
end $$;
create trigger guard_version before update on procedure_version for each row execute function mc_guard_version();

-- ── numbers without gaps ──────────────────────────────────────────────────────────────────────────────────
create function mc_next_number(p_commune uuid, p_series text, p_year int) returns int language sql as $$
  insert into number_series as s (commune_id, series, year, last) values (p_commune, p_series, p_year, 1)
  on conflict (commune_id, series, year) do update set last = s.last + 1 returning last
$$;

-- "<identifier>-<yyMMdd>-<seq>", at least four digits, from 1 each local day.
create function mc_next_code(p_commune uuid, p_at timestamptz) returns text language plpgsql as $$
declare v_issuer text; local_day date := (p_at at time zone 'Asia/Ho_Chi_Minh')::date; n int;
begin
  select identifier_code into strict v_issuer from commune where id = p_commune;
  insert into code_counter as c (commune_id, issuer, day, last) values (p_commune, v_issuer, local_day, 1)
    on conflict (commune_id, issuer, day) do update set last = c.last + 1 returning last into n;
  return v_issuer || '-' || to_char(local_day, 'YYMMDD') || '-' || lpad(n::text, greatest(4, length(n::text)), '0');
end $$;

-- ── filing: one statement ─────────────────────────────────────────────────────────────────────────────────
-- Submits or receives a dossier: idempotency key, code, dossier, persons, papers, events, outbox in one round trip.
-- Answers {"code", "dossierId", "registerNumber", "replayed"}; the same key with another body raises MC422;
-- a due moment computed under an older calendar raises MC409 and the caller computes again.
create function mc_file_dossier(p_commune uuid, p_key text, p_action text, p_request_hash text, p_filing jsonb)
returns jsonb language plpgsql as $$
declare
  d jsonb := p_filing -> 'dossier';
  v_id uuid := (d ->> 'id')::uuid;
  v_code text; v_register int; v_answer jsonb; v_hash text; v_at timestamptz := (p_filing ->> 'at')::timestamptz;
begin
  perform set_config('app.commune', p_commune::text, true), set_config('app.simulated_now', coalesce(p_filing ->> 'simulatedNow', ''), true);
  insert into idempotency_key (commune_id, key, action, request_hash) values (p_commune, p_key, p_action, p_request_hash)
    on conflict do nothing;
  if not found then
    select answer, request_hash into v_answer, v_hash from idempotency_key where commune_id = p_commune and key = p_key;
    if v_hash <> p_request_hash then raise exception 'same key, other content' using errcode = 'MC422'; end if;
    return v_answer || '{"replayed": true}';
  end if;

  if d ? 'calendar_revision' and d ->> 'calendar_revision' is not null and (d ->> 'calendar_revision')::int is distinct from
     coalesce((select max(revision) from calendar_revision where commune_id = p_commune), 0) then
    raise exception 'the calendar changed' using errcode = 'MC409';
  end if;

  v_code := coalesce(d ->> 'code', mc_next_code(p_commune, v_at));
  if d ->> 'received_at' is not null then
    v_register := mc_next_number(p_commune, 'register', extract(year from v_at at time zone 'Asia/Ho_Chi_Minh')::int);
  end if;

  -- Records stand in FROM: written as (…).* each would be evaluated once for every column.
  insert into dossier select r.* from jsonb_populate_record(null::dossier, d || jsonb_build_object(
    'commune_id', p_commune, 'code', v_code, 'code_issued_here', d ->> 'code' is null, 'register_number', v_register,
    'search_text', lower(v_code) || ' ' || (d ->> 'search_text'), 'created_at', mc_now())) r;
  insert into dossier_party select r.* from jsonb_array_elements(p_filing -> 'parties') p,
    jsonb_populate_record(null::dossier_party, p || jsonb_build_object('commune_id', p_commune, 'dossier_id', v_id)) r;
  insert into dossier_form select r.* from jsonb_array_elements(p_filing -> 'forms') f,
    jsonb_populate_record(null::dossier_form, f || jsonb_build_object('commune_id', p_commune, 'dossier_id', v_id)) r;
  insert into dossier_document select r.* from jsonb_array_elements(p_filing -> 'documents') x,
    jsonb_populate_record(null::dossier_document, x || jsonb_build_object('commune_id', p_commune, 'dossier_id', v_id, 'id', uuidv7())) r;
  insert into payment_record select r.* from jsonb_array_elements(p_filing -> 'payments') m,
    jsonb_populate_record(null::payment_record, m || jsonb_build_object('commune_id', p_commune, 'dossier_id', v_id, 'id', uuidv7(), 'created_at', mc_now())) r;
  insert into dossier_result select r.* from jsonb_array_elements(p_filing -> 'results') x,
    lateral (select mc_next_number(p_commune, x ->> 'series', extract(year from v_at at time zone 'Asia/Ho_Chi_Minh')::int) as number) n,
    jsonb_populate_record(null::dossier_result, x || jsonb_build_object('commune_id', p_commune, 'dossier_id', v_id, 'number', replace(x ->> 'number_pattern', '{number}', n.number::text))) r;
  insert into official_paper (commune_id, id, dossier_id, form, year, number, number_text, issued_at, issued_by, data)
    select p_commune, uuidv7(), v_id, p ->> 'form', y.year, n.number, replace(p ->> 'numberPattern', '{number}', lpad(n.number::text, greatest(2, length(n.number::text)), '0')),
           v_at, (p ->> 'issuedBy')::uuid, (p -> 'data')
    from jsonb_array_elements(p_filing -> 'papers') p,
         lateral (select extract(year from v_at at time zone 'Asia/Ho_Chi_Minh')::int as year) y,
         lateral (select mc_next_number(p_commune, p ->> 'form', y.year) as number) n;
  if p_filing ->> 'draftId' is not null then
    perform set_config('app.citizen', d ->> 'submitter_citizen_id', true);
    update attachment set dossier_id = v_id where commune_id = p_commune and draft_id = (p_filing ->> 'draftId')::uuid and removed_at is null;
    update draft set dossier_id = v_id, updated_at = mc_now() where commune_id = p_commune and id = (p_filing ->> 'draftId')::uuid;
    perform set_config('app.citizen', '', true);
  end if;
  insert into outbox (commune_id, key, kind, payload)
    select p_commune, o ->> 'key', o ->> 'kind', (o -> 'payload') || jsonb_build_object('dossierId', v_id) from jsonb_array_elements(p_filing -> 'outbox') o;
  v_answer := jsonb_build_object('code', v_code, 'dossierId', v_id, 'registerNumber', v_register, 'replayed', false);
  update idempotency_key set answer = v_answer where commune_id = p_commune and key = p_key;
  insert into dossier_event (commune_id, id, dossier_id, type, occurred_at, actor_kind, actor_id, payload, stage, clock, due_at)
    select p_commune, (e ->> 'id')::uuid, v_id, e ->> 'type', (e ->> 'occurredAt')::timestamptz, e ->> 'actorKind', (e ->> 'actorId')::uuid,
           (e -> 'payload') || jsonb_build_object('code', v_code) || case when e ->> 'type' = 'dossier-received' then jsonb_build_object('registerNumber', v_register) else '{}' end, e ->> 'stage', e ->> 'clock', (e ->> 'dueAt')::timestamptz
    from jsonb_array_elements(p_filing -> 'events') with ordinality as t(e, n) order by n;
  return v_answer;
end $$;

-- ── look-ups that cross scopes, each as narrow as its question ───────────────────────────────────────────
-- Unknown code and wrong secret give the same nothing.
create function mc_find_dossier_by_secret(p_code text, p_secret_hash text) returns table (commune_id uuid, dossier_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.commune_id, d.id from dossier d where d.code = p_code and d.tracking_secret_hash = p_secret_hash
$$;
create function mc_find_dossier_by_token(p_token_hash text) returns table (commune_id uuid, dossier_id uuid, code text)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.commune_id, d.id, d.code from dossier d where d.tracking_token_hash = p_token_hash
$$;

-- The officer behind a session token, if the session still stands; notes that it was seen (at most once a minute).
create function mc_officer_of_session(p_token_hash text, p_idle interval) returns table (
  account_id uuid, commune_id uuid, staff_id uuid, unit_id uuid, roles text[], full_name text, title text, counter_name text, username text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update officer_session s set last_seen_at = mc_now()
    where s.token_hash = p_token_hash and s.ended_at is null and s.last_seen_at < mc_now() - interval '1 minute'
      and s.last_seen_at > mc_now() - p_idle and s.expires_at > mc_now();
  return query
    select a.id, m.commune_id, m.id, m.unit_id, m.roles, m.full_name, m.title, m.counter_name, a.username
    from officer_session s
    join account a on a.id = s.account_id and a.disabled_at is null and a.version = s.account_version
    join staff_member m on m.commune_id = s.commune_id and m.id = s.staff_id
      and m.active_from <= (mc_now() at time zone 'Asia/Ho_Chi_Minh')::date
      and coalesce(m.active_to, 'infinity') >= (mc_now() at time zone 'Asia/Ho_Chi_Minh')::date
    where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > mc_now() and s.last_seen_at > mc_now() - p_idle;
end $$;

-- Where an account serves, for the sign-in and the switcher.
create function mc_posts_of_account(p_account uuid) returns table (commune_id uuid, staff_id uuid, commune_name text, title text, roles text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select m.commune_id, m.id, c.name, m.title, m.roles from staff_member m join commune c on c.id = m.commune_id
  where m.account_id = p_account and m.active_from <= (mc_now() at time zone 'Asia/Ho_Chi_Minh')::date
    and coalesce(m.active_to, 'infinity') >= (mc_now() at time zone 'Asia/Ho_Chi_Minh')::date
  order by c.name
$$;

create function mc_citizen_of_session(p_token_hash text) returns table (citizen_id uuid, contact text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update citizen_session s set last_seen_at = mc_now()
    where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > mc_now() and s.last_seen_at < mc_now() - interval '1 minute';
  return query select s.citizen_id, c.contact from citizen_session s join citizen_account c on c.id = s.citizen_id
    where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > mc_now();
end $$;

-- Takes one attempt from a window; answers the seconds to wait, 0 when allowed.
create function mc_take_attempt(p_key text, p_points int, p_window interval) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_points int; v_resets timestamptz;
begin
  insert into rate_limit as r (key, points, resets_at) values (p_key, 1, clock_timestamp() + p_window)
    on conflict (key) do update set
      points = case when r.resets_at <= clock_timestamp() then 1 else r.points + 1 end,
      resets_at = case when r.resets_at <= clock_timestamp() then clock_timestamp() + p_window else r.resets_at end
    returning points, resets_at into v_points, v_resets;
  return case when v_points <= p_points then 0 else greatest(1, ceil(extract(epoch from v_resets - clock_timestamp())))::int end;
end $$;

-- Officers' search. Trigram indexes are out of reach under row-level security, so this applies the commune itself; the index
-- leads with it. Of more than a thousand that fit, the latest of a thousand are given: whoever searches types one more word.
create function mc_search_dossiers(p_words text[], p_id_hash text, p_limit int) returns table (dossier_id uuid)
language plpgsql stable rows 20 security definer set search_path = public, pg_temp as $$
begin
  if p_id_hash is not null then
    return query select d.id from dossier_party p join dossier d on d.commune_id = p.commune_id and d.id = p.dossier_id
      where p.commune_id = mc_scope('commune') and p.personal_id_hash = p_id_hash order by d.created_at desc limit least(p_limit, 100);
  elsif cardinality(p_words) > 0 then
    -- One condition for each word, so that the index sees them all; the words themselves stay parameters.
    return query execute format('select id from (select d.id, d.created_at from dossier d where d.commune_id = $1 and %s limit 1000) found order by created_at desc limit $3',
        (select string_agg(format('d.search_text like ''%%'' || $2[%s] || ''%%''', n), ' and ') from generate_subscripts(p_words, 1) n))
      using mc_scope('commune'), p_words, least(p_limit, 100);
  end if;
end $$;

-- The visible outbox of a demonstration. In production it is empty whoever asks.
create function mc_demo_messages(p_limit int) returns table (id uuid, commune_name text, channel text, template text, recipient text, body text, created_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, c.name, m.channel, m.template, m.recipient, m.body, m.created_at from message m join commune c on c.id = m.commune_id
  where exists (select from installation where mode = 'demo') order by m.created_at desc, m.id desc limit least(p_limit, 200)
$$;
create function mc_demo_accounts() returns table (username text, totp_secret text, full_name text, title text, commune_name text, roles text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select a.username, a.totp_secret, m.full_name, m.title, c.name, m.roles
  from account a join staff_member m on m.account_id = a.id join commune c on c.id = m.commune_id
  where a.is_demonstration and a.disabled_at is null and exists (select from installation where mode = 'demo') order by c.name, a.username
$$;

-- ── jobs ──────────────────────────────────────────────────────────────────────────────────────────────────
-- A row in the outbox wakes the worker. Only this function may speak to the job queue.
create function mc_wake_worker() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.done_at is null and to_regprocedure('graphile_worker.add_job(text,json,text,timestamptz,integer,text,integer,text[],text)') is not null then
    perform graphile_worker.add_job('outbox', json_build_object('communeId', new.commune_id, 'outboxId', new.id),
      run_at => new.available_at, job_key => 'outbox:' || new.id, max_attempts => 25);
  end if;
  return null;
end $$;
create trigger wake_worker after insert on outbox for each row execute function mc_wake_worker();

-- ── rights ────────────────────────────────────────────────────────────────────────────────────────────────
revoke execute on all functions in schema public from public;
grant usage on schema public to mot_cua_app;
grant execute on all functions in schema public to mot_cua_app;
revoke execute on function mc_link_event(), mc_wake_worker() from mot_cua_app;
alter default privileges in schema public revoke execute on functions from public;
