/** Connections that break at the worst moment. */
package health.backstep.faults.proxy;
