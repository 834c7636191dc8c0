/** Which checks are made of a local stack, of the containers of Compose and of addresses. */
package health.backstep.stack.doctor.site;
