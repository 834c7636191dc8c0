/**
 * A patient's course as session-service remembers it, and how every kind of record goes into it.
 */
package health.backstep.session.course;
