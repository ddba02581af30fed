export const STEPS = ['0020-seats-that-come-free', '0021-seats-of-a-person']

/** The database as the release before the newest steps left it. */
export const STEPS_TAKEN_BACK = `
drop index changlai.booking_attendee_held;
drop trigger pool_changed on changlai.pool;
drop function changlai.say_pool_changed();
delete from changlai.kysely_migration where name = any ('{${STEPS.join(', ')}}')`
