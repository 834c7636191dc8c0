/** Writes docs/events.md and its picture from the files of the contract. */
package health.backstep.contracts.docs;
