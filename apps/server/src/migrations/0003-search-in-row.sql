-- A search reads every item's text: in the row it costs one pass, outside of it one look-up for each item.
drop index item_search;
alter table item alter column search_text set storage main;
