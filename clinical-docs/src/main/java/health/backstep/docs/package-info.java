/**
 * The clinical ground of Backstep as a page and pictures for people, written from the rules, the
 * sources and the catalogue themselves.
 */
package health.backstep.docs;
