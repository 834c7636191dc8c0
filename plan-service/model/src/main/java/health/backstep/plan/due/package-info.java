/** What is due for a patient: questions to answer and people to look, each asked for by a rule. */
package health.backstep.plan.due;
