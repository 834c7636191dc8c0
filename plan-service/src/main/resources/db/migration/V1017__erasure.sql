call personal('patient_course');
call personal('history_event');
call personal('plan_version');
call personal('change');
call personal('webhook_delivery');
call personal('due_course');
call personal('due_item');
