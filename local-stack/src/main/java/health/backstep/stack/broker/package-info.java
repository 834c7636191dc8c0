/** The Kafka broker of one data folder and the topics that the contract asks for. */
package health.backstep.stack.broker;
