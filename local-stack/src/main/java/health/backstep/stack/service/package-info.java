/** The packaged services as processes: what they are told and when they are ready. */
package health.backstep.stack.service;
