-- The bar stands on every officers' page: its numbers are one round trip, under the scope of the commune like any other reading.
create function mc_officer_counts(p_commune uuid, p_staff uuid, p_unit uuid, p_roles text[], p_most int) returns table (queue int, submitted int, to_return int)
language plpgsql as $$
begin
  perform set_config('app.commune', p_commune::text, true);
  return query select
    (select count(*)::int from (select from dossier d where d.commune_id = p_commune and d.stage in ('received', 'in-progress') and (d.assignee_id = p_staff
      or (d.assignee_id is null and d.step_role = any(p_roles) and d.step_unit_key = (select u.key from unit u where u.commune_id = p_commune and u.id = p_unit)))
      limit p_most) x),
    (select count(*)::int from (select from dossier d where d.commune_id = p_commune and d.stage = 'submitted' and d.awaiting = 'none' limit p_most) x),
    (select count(*)::int from (select from dossier d where d.commune_id = p_commune and d.stage = 'resolved' limit p_most) x);
end $$;
revoke execute on function mc_officer_counts(uuid, uuid, uuid, text[], int) from public;
grant execute on function mc_officer_counts(uuid, uuid, uuid, text[], int) to mot_cua_app;
