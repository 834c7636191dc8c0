/**
 * Tells what is wrong and what to do about it. A check looks at one side of the platform, changes
 * nothing and says what it has found; the packages below hold the checks, and the sites that say
 * which of them are made where.
 */
package health.backstep.stack.doctor;
