/**
 * The whole platform on one Linux machine without Docker: {@link health.backstep.stack.LocalStack}
 * starts it, {@code ./backstep} is its command line, and the tests use it as a library.
 */
package health.backstep.stack;
