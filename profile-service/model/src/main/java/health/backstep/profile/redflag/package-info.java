/** The safety questions and their answers (RF-EMERGENCY, RF-URGENT). */
package health.backstep.profile.redflag;
