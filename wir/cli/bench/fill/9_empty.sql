do $$
declare one record;
begin
  for one in select * from empty_text loop
    execute format('alter table %I alter column %I drop default', one.table_name, one.column_name);
  end loop;
end $$;
