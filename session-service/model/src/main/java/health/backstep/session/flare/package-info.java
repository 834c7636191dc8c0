/** Flares: what a patient reports, how severe it is, and the episode that reports belong to. */
package health.backstep.session.flare;
