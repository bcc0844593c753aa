-- Texts that the parts below do not speak of stay empty, as a form leaves them; the last part takes this back.
create temp table empty_text on commit drop as
select c.table_name, c.column_name
  from information_schema.columns as c
  join information_schema.tables as t using (table_schema, table_name)
 where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_nullable = 'NO' and c.column_default is null
   and c.data_type in ('character varying', 'text');
do $$
declare one record;
begin
  for one in select * from empty_text loop
    execute format('alter table %I alter column %I set default %L', one.table_name, one.column_name, '');
  end loop;
end $$;
