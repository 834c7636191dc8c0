/** A recorded work-out session, what the plan had asked for, and how much of it was done. */
package health.backstep.session.workout;
