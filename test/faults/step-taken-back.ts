export const STEP = '0020-seats-that-come-free'

/** The database as the release before the newest step left it. */
export const STEP_TAKEN_BACK = `
drop trigger pool_changed on changlai.pool;
drop function changlai.say_pool_changed();
delete from changlai.kysely_migration where name = '${STEP}'`
