call personal('patient_course');
call personal('known_plan');
call personal('session');
call personal('check_in');
call personal('flare');
call personal('pain_reading');
call personal('batch_item');
create index check_in_of_patient on check_in (tenant, patient_id);
