/** Whether exercise may begin: red flags, advisories and clearance. */
package health.backstep.profile.screening;
