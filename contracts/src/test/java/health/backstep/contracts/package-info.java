/** Holds the files of the event contract together, and lets the services' tests ask them. */
package health.backstep.contracts;
