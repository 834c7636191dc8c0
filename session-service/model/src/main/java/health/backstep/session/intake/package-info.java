/** What a patient's record must satisfy before it is taken in, whatever its kind. */
package health.backstep.session.intake;
