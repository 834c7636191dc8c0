/** Which pattern the pain has: acuity, irritability, preferred direction, stage, risk. */
package health.backstep.profile.classification;
