/**
 * Canaries: values that can be found again wherever they get to, put in wherever somebody can say
 * something, and where they may be found afterwards.
 */
package health.backstep.security.canary;
