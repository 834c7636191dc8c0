/**
 * What requests and events have in common, whether a server reads them or not: faults by place, and
 * a tolerant reader.
 */
package health.backstep.wire;
