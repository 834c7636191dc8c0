/**
 * Fills the databases with many patients in a short time: a few lives are recorded through the API,
 * and their rows are copied under other ids.
 */
package health.backstep.stack.seed;
