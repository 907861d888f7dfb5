-- Sending a draft is a door that crowds pass: reading it is one round trip, under the scope of its owner like any other reading.
create function mc_open_draft(p_citizen uuid, p_commune uuid, p_draft uuid) returns table (draft jsonb, files jsonb)
language plpgsql as $$
begin
  perform set_config('app.citizen', p_citizen::text, true);
  return query
    select to_jsonb(d), coalesce((select jsonb_agg(jsonb_build_object('documentKey', a.document_key, 'name', a.name) order by a.created_at, a.id) from attachment a
      where a.commune_id = d.commune_id and a.draft_id = d.id and a.removed_at is null and a.scan <> 'quarantined'), '[]')
    from draft d where d.commune_id = p_commune and d.id = p_draft;
end $$;
revoke execute on function mc_open_draft(uuid, uuid, uuid) from public;
grant execute on function mc_open_draft(uuid, uuid, uuid) to mot_cua_app;
