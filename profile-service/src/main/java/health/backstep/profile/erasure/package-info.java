/** The erasure of a patient in all services, and the signed word that it is done. */
package health.backstep.profile.erasure;
