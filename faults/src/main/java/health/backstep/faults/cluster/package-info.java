/** The stack of a fault run, each part of it breakable. */
package health.backstep.faults.cluster;
