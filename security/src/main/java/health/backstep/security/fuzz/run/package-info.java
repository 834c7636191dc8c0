/** Sends what {@code fuzz} makes to running services and looks at what becomes of it. */
package health.backstep.security.fuzz.run;
