/** What is asked and measured at one assessment, as it was answered. */
package health.backstep.profile.assessment;
