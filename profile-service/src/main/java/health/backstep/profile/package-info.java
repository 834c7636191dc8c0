/**
 * Who a patient is, whether exercise is safe for them now, and which pattern their back pain has.
 * Each sub-package is one feature and plain Java; what talks to the outside lies in packages named
 * {@code edge}.
 */
package health.backstep.profile;
