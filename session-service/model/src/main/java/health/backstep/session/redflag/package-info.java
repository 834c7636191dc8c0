/** Answers that warn of a serious cause and ask for medical care before any exercise. */
package health.backstep.session.redflag;
