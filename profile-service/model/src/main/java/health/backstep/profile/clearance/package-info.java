/** A health professional's word that a patient may exercise, and how it ends (CL-1). */
package health.backstep.profile.clearance;
