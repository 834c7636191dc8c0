/** A history as it is sent: the bodies as posted to the services. */
package health.backstep.simulation.wire;
