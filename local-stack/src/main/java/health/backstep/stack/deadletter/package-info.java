/** Records that a service could not handle: looked at, given to it once more, or put aside. */
package health.backstep.stack.deadletter;
