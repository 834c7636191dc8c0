/** What goes wrong, on purpose and repeatably. */
package health.backstep.faults.nemesis;
