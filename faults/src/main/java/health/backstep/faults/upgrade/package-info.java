/** Two versions of the services side by side, forwards and back, while patients use them. */
package health.backstep.faults.upgrade;
