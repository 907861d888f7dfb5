-- The internal process: who is away and who stands in, whether one pair of hands may do all, and who handed a step on.
create extension if not exists btree_gist;

-- Days on which someone is not at work, and the colleague who acts for them. Ended early: `ended_at` stands, the days stay as agreed.
create table absence (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  substitute_id uuid not null,
  from_day date not null,
  to_day date not null,
  reason text not null,
  recorded_by uuid not null,
  recorded_at timestamptz(3) not null default mc_now(),
  ended_by uuid,
  ended_at timestamptz(3),
  primary key (commune_id, id),
  foreign key (commune_id, staff_id) references staff_member (commune_id, id),
  foreign key (commune_id, substitute_id) references staff_member (commune_id, id),
  check (to_day >= from_day),
  check (substitute_id <> staff_id),
  -- Of two who record the same absence at once, one hears that it is there already.
  exclude using gist (commune_id with =, staff_id with =, daterange(from_day, to_day, '[]') with &&) where (ended_at is null)
);
create index on absence (commune_id, to_day, id);
create index on absence (commune_id, substitute_id, to_day) where ended_at is null;
select mc_protect_table('absence', 'commune-owned');

-- What a commune decided about its own process. No row: the rules as the law has them.
create table workflow_policy (
  commune_id uuid not null,
  may_act_twice boolean not null,
  decision text not null,
  changed_by uuid not null,
  changed_at timestamptz(3) not null default mc_now(),
  primary key (commune_id),
  foreign key (commune_id, changed_by) references staff_member (commune_id, id)
);
select mc_protect_table('workflow_policy', 'commune-owned');

-- Who finished the step before the one at hand: may take it back until somebody begins the next.
alter table dossier add column step_handed_on_by uuid;

create index on dossier (commune_id, assignee_id, step_since) where stage in ('received', 'in-progress');
create index on dossier (commune_id, step_since, id) where stage in ('received', 'in-progress');
create index on dossier_event (commune_id, (payload ->> 'assigneeId'), occurred_at desc) where type in ('step-taken', 'dossier-assigned', 'step-taken-over');
create index on dossier_event (commune_id, (payload ->> 'fromId'), occurred_at desc) where type = 'step-taken-over';
create index on dossier_result (commune_id, signed_at) where signed_by = prepared_by;

-- The officer of a session, now with the key of the unit and the absent colleagues for whom the officer stands in today.
drop function mc_officer_of_session(text, interval);
create function mc_officer_of_session(p_token_hash text, p_idle interval) returns table (
  account_id uuid, commune_id uuid, staff_id uuid, unit_id uuid, unit_key text, roles text[], full_name text, title text, counter_name text, username text, stands_in_for jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare today date := (mc_now() at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  update officer_session s set last_seen_at = mc_now()
    where s.token_hash = p_token_hash and s.ended_at is null and s.last_seen_at < mc_now() - interval '1 minute'
      and s.last_seen_at > mc_now() - p_idle and s.expires_at > mc_now();
  return query
    select a.id, m.commune_id, m.id, m.unit_id, u.key, m.roles, m.full_name, m.title, m.counter_name, a.username, mc_stands_in_for(m.commune_id, m.id, today)
    from officer_session s
    join account a on a.id = s.account_id and a.disabled_at is null and a.version = s.account_version
    join staff_member m on m.commune_id = s.commune_id and m.id = s.staff_id
      and m.active_from <= today and coalesce(m.active_to, 'infinity') >= today
    join unit u on u.commune_id = m.commune_id and u.id = m.unit_id
    where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > mc_now() and s.last_seen_at > mc_now() - p_idle;
end $$;

-- [{staffId, name, unitKey, roles}] of those whom this person stands in for on a day.
create function mc_stands_in_for(p_commune uuid, p_staff uuid, p_day date) returns jsonb
language sql stable set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('staffId', m.id, 'name', m.full_name, 'unitKey', u.key, 'roles', to_jsonb(m.roles)) order by m.full_name, m.id), '[]')
  from absence b
  join staff_member m on m.commune_id = b.commune_id and m.id = b.staff_id
  join unit u on u.commune_id = m.commune_id and u.id = m.unit_id
  where b.commune_id = p_commune and b.substitute_id = p_staff and b.ended_at is null and p_day between b.from_day and b.to_day
$$;
revoke execute on function mc_officer_of_session(text, interval) from public;
revoke execute on function mc_stands_in_for(uuid, uuid, date) from public;
grant execute on function mc_officer_of_session(text, interval), mc_stands_in_for(uuid, uuid, date) to mot_cua_app;

-- The bar counts what waits for whoever stands in, too: the desks are given, own and absent colleagues' alike.
create function mc_officer_counts_of(p_commune uuid, p_desks jsonb, p_most int) returns table (queue int, submitted int, to_return int)
language plpgsql as $$
begin
  perform set_config('app.commune', p_commune::text, true);
  return query select
    (select count(*)::int from (select from dossier d where d.commune_id = p_commune and d.stage in ('received', 'in-progress') and exists (
      select from jsonb_to_recordset(p_desks) as k ("staffId" uuid, "unitKey" text, roles jsonb)
      where d.assignee_id = k."staffId" or (d.assignee_id is null and d.step_unit_key = k."unitKey" and k.roles ? d.step_role))
      limit p_most) x),
    (select count(*)::int from (select from dossier d where d.commune_id = p_commune and d.stage = 'submitted' and d.awaiting = 'none' limit p_most) x),
    (select count(*)::int from (select from dossier d where d.commune_id = p_commune and d.stage = 'resolved' limit p_most) x);
end $$;
revoke execute on function mc_officer_counts_of(uuid, jsonb, int) from public;
grant execute on function mc_officer_counts_of(uuid, jsonb, int) to mot_cua_app;
drop function mc_officer_counts(uuid, uuid, uuid, text[], int);
