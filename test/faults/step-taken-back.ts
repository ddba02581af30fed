import type { Login } from '../../src/cloud/store/roles'

export const STEPS = ['0024-personal-data', '0025-what-grows-old', '0026-away'] as const

/** The database as the release before the newest steps left it, but for columns that hosts of this one read. */
export const STEPS_TAKEN_BACK = `
drop index changlai.person_identity_here_in, changlai.person_identity_look_on;
alter table changlai.person_identity
  drop constraint person_identity_month, drop constraint person_identity_leaving;
drop function changlai.forget_ended_roles();
drop index changlai.notice_by_age, changlai.strike_by_age, changlai.family_member_removed,
  changlai.consultation_over, changlai.role_invitation_by_age, changlai.ended_role_by_age;
alter table changlai.pool drop column people_cut_at;
alter table changlai.ballot drop column people_cut_at;
drop table changlai.erasure;
alter table changlai.person drop column nobody;
alter table changlai.audit_entry add constraint audit_entry_of_person
  foreign key (person_id) references changlai.person (person_id);
alter table changlai.ended_role
  add constraint ended_role_of_person foreign key (person_id) references changlai.person (person_id),
  add constraint ended_role_by foreign key (ended_by) references changlai.person (person_id),
  add constraint ended_role_given_by foreign key (granted_by) references changlai.person (person_id);
alter table changlai.attendance
  drop constraint attendance_of_attendee,
  add constraint attendance_of_attendee foreign key (centre_id, booking_id, person_id)
    references changlai.booking_attendee (centre_id, booking_id, person_id);
delete from changlai.kysely_migration where name = any ('{${STEPS.join(', ')}}')`

/** For whoever takes steps alone: how the application logs in stays as it is. */
export const LOGIN_STAYS: Login = { password: undefined, isChosen: false, setPassword: false }
