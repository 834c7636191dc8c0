/** Reads stored plans out of a plan database, to make them again; writes nothing. */
package health.backstep.stack.replay;
