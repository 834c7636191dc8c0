/** The services, seen over HTTP. */
package health.backstep.stack.doctor.service;
