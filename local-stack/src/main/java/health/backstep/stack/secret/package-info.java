/** The passwords and the signing key of one data folder, and the tokens signed with it. */
package health.backstep.stack.secret;
