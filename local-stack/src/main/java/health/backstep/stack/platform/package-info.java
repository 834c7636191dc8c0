/**
 * What every part of the local stack speaks of: the services, the ports, the way a start can fail.
 */
package health.backstep.stack.platform;
