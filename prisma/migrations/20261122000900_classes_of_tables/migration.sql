-- Every table belongs to one class, and its class says who sees its rows. A table of a later migration states it with one call:
--   select mc_protect_table('partner', 'commune-owned');
-- commune-owned: read, inserted and updated inside the scope of its commune (column commune_id); deleted by nobody unless granted.
-- reference: read by everybody, written by the owner.
create function mc_protect_table(t text, class text) returns void language plpgsql as $$
begin
  execute format('comment on table %I is %L', t, class);
  execute format('alter table %I enable row level security', t);
  case class
    when 'commune-owned' then
      execute format('create policy in_commune on %I using (commune_id = (select mc_scope(''commune''))) with check (commune_id = (select mc_scope(''commune'')))', t);
      execute format('grant select, insert, update on %I to mot_cua_app', t);
    when 'identity' then
      execute format('create policy in_identity on %I using (current_setting(''app.identity'', true) = ''on'') with check (current_setting(''app.identity'', true) = ''on'')', t);
      execute format('grant select, insert, update, delete on %I to mot_cua_app', t);
    when 'reference' then
      execute format('create policy for_reading on %I for select using (true)', t);
      execute format('grant select on %I to mot_cua_app', t);
  end case;
end $$;
