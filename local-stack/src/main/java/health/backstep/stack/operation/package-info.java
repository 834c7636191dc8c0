/** What people do to a service's data by command: each act in one transaction, and written down. */
package health.backstep.stack.operation;
