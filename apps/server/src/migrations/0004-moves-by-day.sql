-- Moves to another stage are few among the events: boards count them by day.
create index event_advanced on event (district_id, at, item_id) where verb = 'item.advanced';
