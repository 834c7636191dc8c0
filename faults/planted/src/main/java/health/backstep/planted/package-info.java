/** Bugs that others have shipped, put into the packaged services to try the checker on them. */
package health.backstep.planted;
