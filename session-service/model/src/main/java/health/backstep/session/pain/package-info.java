/** The clinic's words for pain: how strong, what it feels like, where, and what is usual. */
package health.backstep.session.pain;
