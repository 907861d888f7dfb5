-- Late stays late, whoever writes: what the first rules left to the application, the database now holds as well.
-- Errors: MC001 the due moment or the result of a dossier; 42501 what is told once; MC409 and 40001 a calendar that changed meanwhile.

-- ── the due moment is one fact ────────────────────────────────────────────────────────────────────────────
-- Figures compare days: the day of the due moment may not be written by itself.
alter table dossier
  add constraint due_day_is_of_due_moment check (due_on is not distinct from (due_at at time zone 'Asia/Ho_Chi_Minh')::date),
  add constraint due_never_before_slip check (due_at >= first_due_at and (due_at is null) = (first_due_at is null));

create or replace function mc_guard_due() returns trigger language plpgsql as $$
declare
  is_late boolean := old.due_at is not null and mc_now() >= old.due_at;
  by_minute boolean := new.time_limit ->> 'unit' in ('half-day', 'working-hour', 'clock-hour');
begin
  if new.code <> old.code
     or new.received_at is distinct from old.received_at and old.received_at is not null
     or new.first_due_at is distinct from old.first_due_at and old.first_due_at is not null then
    raise exception 'code, receipt and first due moment never change' using errcode = 'MC001';
  end if;
  if new.due_at is distinct from old.due_at and old.due_at is not null then
    if new.due_at is null or new.due_at < old.first_due_at then
      raise exception 'the due moment never lies before the one on the slip' using errcode = 'MC001';
    end if;
    if old.clock = 'stopped' then
      raise exception 'the due moment of what has ended never moves' using errcode = 'MC001';
    end if;
    -- A pause that was recorded in time may end after the due moment; its end, and nothing else of it, moves the moment all the same.
    if is_late and not (old.clock = 'paused' and new.clock <> 'paused' and exists (
        select from dossier_pause p where p.commune_id = old.commune_id and p.dossier_id = old.id
          and p.since = old.paused_since and p.until is null and p.recorded_at < old.due_at)) then
      raise exception 'nothing recorded at or after the due moment moves it' using errcode = 'MC001';
    end if;
  end if;
  -- Another unit would be missed at another minute.
  if is_late and new.time_limit is distinct from old.time_limit then
    raise exception 'nothing recorded at or after the due moment changes the limit' using errcode = 'MC001';
  end if;
  if old.resolved_at is not null and new.resolved_at is distinct from old.resolved_at
     or old.timeliness = 'overdue' and new.timeliness is distinct from 'overdue' then
    raise exception 'late stays late' using errcode = 'MC001';
  end if;
  if new.timeliness in ('early', 'on-time') and new.timeliness is distinct from old.timeliness and (
       by_minute and date_trunc('minute', new.resolved_at) > date_trunc('minute', new.due_at)
       or not by_minute and (new.resolved_at at time zone 'Asia/Ho_Chi_Minh')::date > new.due_on) then
    raise exception 'a result after its due moment is overdue' using errcode = 'MC001';
  end if;
  return new;
end $$;
drop trigger guard_due on dossier;
create trigger guard_due before insert or update on dossier for each row execute function mc_guard_due();

-- ── a pause is told once ──────────────────────────────────────────────────────────────────────────────────
-- When it was recorded is the database's word: what shelters a dossier cannot be dated back. Its open end may be filled in, once.
create function mc_guard_pause() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.recorded_at := mc_now();
  elsif (to_jsonb(new) - 'until') <> (to_jsonb(old) - 'until') or old.until is not null and new.until is distinct from old.until then
    raise exception 'a pause is told once; only its open end may be filled in' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_pause before insert or update on dossier_pause for each row execute function mc_guard_pause();

-- ── events tell the due moment of their dossier ───────────────────────────────────────────────────────────
-- Figures as of a past day read it from the events. They are written after the row, so both must agree.
create function mc_guard_event() returns trigger language plpgsql as $$
begin
  if new.stage <> 'submitted' and new.due_at is distinct from
     (select d.due_at from dossier d where d.commune_id = new.commune_id and d.id = new.dossier_id) then
    raise exception 'an event tells the due moment of its dossier and no other' using errcode = 'MC001';
  end if;
  return new;
end $$;
create trigger guard_event before insert on dossier_event for each row execute function mc_guard_event();

-- ── one calendar at a time ────────────────────────────────────────────────────────────────────────────────
-- A change of calendar recomputes what is open. While it does, nobody stores a due moment counted under the calendar before:
-- writers wait for it, then learn that theirs is stale. An insert answers MC409, an update 40001, which makes its transaction run again.
create function mc_lock_calendar() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('calendar:' || new.commune_id, 0));
  return new;
end $$;
create trigger lock_calendar before insert on calendar_revision for each row execute function mc_lock_calendar();

create function mc_guard_calendar() returns trigger language plpgsql as $$
begin
  if new.calendar_revision is not null and (tg_op = 'INSERT' or new.calendar_revision is distinct from old.calendar_revision) then
    perform pg_advisory_xact_lock_shared(hashtextextended('calendar:' || new.commune_id, 0));
    if exists (select from calendar_revision r where r.commune_id = new.commune_id and r.revision > new.calendar_revision) then
      raise exception 'the calendar changed' using errcode = case when tg_op = 'INSERT' then 'MC409' else '40001' end;
    end if;
  end if;
  return new;
end $$;
create trigger guard_calendar before insert or update on dossier for each row execute function mc_guard_calendar();

-- The calendar's own story: what was entered stands with its source until it is withdrawn, and stays readable afterwards.
create function mc_guard_calendar_entry() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'withdrawn_at') <> (to_jsonb(old) - 'withdrawn_at') or old.withdrawn_at is not null then
    raise exception 'an entry of the calendar is withdrawn, never edited' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_entry before update on commune_calendar_entry for each row execute function mc_guard_calendar_entry();
create trigger append_only before update or delete on calendar_revision for each row execute function mc_refuse();
