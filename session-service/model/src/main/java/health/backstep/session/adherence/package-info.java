/** Sessions done against sessions asked for, and when doing them has become a habit. */
package health.backstep.session.adherence;
