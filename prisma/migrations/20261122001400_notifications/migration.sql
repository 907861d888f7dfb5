-- Messages with their way out: why one waits, who is at it, what stood in the way, in which other message it was said.
alter table message
  add column recipient_hash text,
  add column subject text,
  add column provider text,
  add column attempts integer not null default 0,
  add column held text,
  add column send_after timestamptz(3),
  add column claimed_at timestamptz(3),
  add column failure text,
  add column failed_at timestamptz(3),
  add column said_in uuid;
create index on message (commune_id, dossier_id) where state = 'failed';

-- A row of the outbox that is put off gets its job anew, at the later time.
create trigger wake_worker_later after update of available_at on outbox for each row
  when (new.done_at is null and new.available_at is distinct from old.available_at) execute function mc_wake_worker();

-- Own texts of a commune; each change is a version of its own, and an empty body says that the text of the product holds again.
create table message_template (
  commune_id uuid not null,
  template text not null,
  channel text not null,
  version integer not null,
  subject text,
  body text,
  author_id uuid not null,
  created_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, template, channel, version)
);
select mc_protect_table('message_template', 'commune-owned');
revoke update on message_template from mot_cua_app;

create table notification_setting (
  commune_id uuid not null,
  version integer not null,
  setting jsonb not null,
  author_id uuid not null,
  created_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, version)
);
select mc_protect_table('notification_setting', 'commune-owned');
revoke update on notification_setting from mot_cua_app;

-- What an officer was warned of: once for each share of the limit and due moment.
create table officer_warning (
  commune_id uuid not null,
  dossier_id uuid not null,
  kind text not null,
  due_at timestamptz(3) not null,
  staff_id uuid not null,
  run_id uuid not null,
  warned_at timestamptz(3) not null default mc_now(),
  primary key (commune_id, dossier_id, kind, due_at, staff_id)
);
create index on officer_warning (commune_id, run_id, staff_id);
select mc_protect_table('officer_warning', 'commune-owned');

-- How a result left the house: over the desk against a signature, or by post with a tracking number. Holds names; retention erases them.
create table result_delivery (
  commune_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  way text not null,
  state text not null,
  recipient_name text,
  mandate text,
  signed boolean not null default false,
  tracking_number text,
  handed_over_at timestamptz(3) not null,
  handed_over_by uuid not null,
  closed_at timestamptz(3),
  note text,
  primary key (commune_id, id)
);
create index on result_delivery (commune_id, dossier_id, handed_over_at);
create index on result_delivery (commune_id, way, handed_over_at desc);
create index on result_delivery (commune_id, handed_over_at) where state = 'posted';
select mc_protect_table('result_delivery', 'commune-owned');

-- none, ready, posted, delivered, collected; empty as long as the stage says it all.
alter table dossier add column delivery text;

-- The visible outbox of a demonstration. In production it is empty whoever asks.
drop function mc_demo_messages(int);
create function mc_demo_messages(p_limit int) returns table (
  id uuid, commune_name text, channel text, template text, recipient text, subject text, body text, state text, held text, send_after timestamptz, failure text, created_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, c.name, m.channel, m.template, m.recipient, m.subject, m.body, m.state, m.held, m.send_after, m.failure, m.created_at from message m join commune c on c.id = m.commune_id
  where exists (select from installation where mode = 'demo') order by m.created_at desc, m.id desc limit least(p_limit, 200)
$$;
revoke execute on function mc_demo_messages(int) from public;
grant execute on function mc_demo_messages(int) to mot_cua_app;

-- What is with the post waits for nobody at the desk: the bar counts what lies ready, as the list does.
create or replace function mc_officer_counts_of(p_commune uuid, p_desks jsonb, p_most int) returns table (queue int, submitted int, to_return int)
language plpgsql as $$
begin
  perform set_config('app.commune', p_commune::text, true);
  return query select
    (select count(*)::int from (select from dossier d where d.commune_id = p_commune and d.stage in ('received', 'in-progress') and exists (
      select from jsonb_to_recordset(p_desks) as k ("staffId" uuid, "unitKey" text, roles jsonb)
      where d.assignee_id = k."staffId" or (d.assignee_id is null and d.step_unit_key = k."unitKey" and k.roles ? d.step_role))
      limit p_most) x),
    (select count(*)::int from (select from dossier d where d.commune_id = p_commune and d.stage = 'submitted' and d.awaiting = 'none' limit p_most) x),
    (select count(*)::int from (select from dossier d where d.commune_id = p_commune and d.stage = 'resolved' and d.delivery is distinct from 'posted' limit p_most) x);
end $$;
