/** How the patient is the morning after a session, three days after it, or on any day. */
package health.backstep.session.checkin;
